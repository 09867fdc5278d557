import { readTaken, type Taken } from '#kernel/files/shared/index.ts'

/** Pixels of the longest side that is sent: enough for a notice on paper, a tenth of what a telephone takes. */
const LONGEST = 1600
const QUALITY = 0.85
/** Bytes below which a picture that is small enough already goes as it is. */
const LIGHT = 700_000

export type Reduced = { blob: Blob; taken: Taken }

/**
 * Makes a picture small enough for a bad network. Reducing loses its Exif, so that when and where it was taken is read
 * before. What this browser cannot draw is sent as it is; the server says what is wrong with it.
 */
export const reducePicture = async (file: File): Promise<Reduced> => {
  const taken = await readTaken(new Uint8Array(await bytesOf(file)))
  const blob = await drawn(file).catch(() => file)
  return { blob, taken }
}

/** Blob.arrayBuffer came with Chromium 76 and Safari 14. */
const bytesOf = (file: Blob) => new Response(file).arrayBuffer()

/** Upright, as the browser shows it. */
const drawn = async (file: File): Promise<Blob> => {
  const image = await shown(file)
  const share = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight))
  if (share === 1 && file.size < LIGHT) return file
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * share)
  canvas.height = Math.round(image.naturalHeight * share)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('not drawn'))), 'image/jpeg', QUALITY),
  )
}

const shown = (file: File) =>
  new Promise<HTMLImageElement>((resolve, reject) => {
    const image = new Image()
    const address = URL.createObjectURL(file)
    const done = (settle: () => void) => () => {
      URL.revokeObjectURL(address)
      settle()
    }
    image.onload = done(() => resolve(image))
    image.onerror = done(() => reject(new Error('not a picture')))
    image.src = address
  })
