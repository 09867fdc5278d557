import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import type { PictureFacts } from '../shared/api.ts'
import { readTaken, type Taken, unknownTaken } from '../shared/taken.ts'
import { backgroundShares } from './background.ts'

/** What the worker is told, and what it answers. Copies are written beside the original as `path.view` and so on. */
export type PictureTask = { path: string; maxPixels: number; copies: { name: string; side: number }[] }
export type PictureAnswer = { facts: PictureFacts; taken: Taken } | { refused: 'not-a-picture' | 'too-many-pixels' }

const SECONDS = 20
sharp.cache(false)
sharp.concurrency(1)

const inspect = async ({ path, maxPixels, copies }: PictureTask): Promise<PictureAnswer> => {
  // The header only: a picture that claims 30,000 × 30,000 is refused before a pixel of it is decoded.
  const header = await sharp(path, { limitInputPixels: false }).metadata()
  if (!header.width || !header.height) return { refused: 'not-a-picture' }
  if (header.width * header.height > maxPixels) return { refused: 'too-many-pixels' }
  const decode = () =>
    sharp(path, { limitInputPixels: maxPixels, failOn: 'error' }).autoOrient().timeout({ seconds: SECONDS })
  for (const { name, side } of copies) {
    // Written anew: orientation applied, colours in sRGB, no EXIF and no place where it was taken.
    await decode()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toFile(`${path}.${name}`)
  }
  const { width, height } = header.autoOrient
  const { data, info } = await sharp(`${path}.${copies.at(-1)!.name}`)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const format = header.format as PictureFacts['format']
  const scaled = Math.max(width, height) > copies[0]!.side
  const shares = backgroundShares({ data: rgb(data, info.channels), width: info.width, height: info.height })
  // Read here, in the limited thread: an Exif block may be as hostile as any other part of a file.
  const taken = header.exif ? await readTaken(withoutMark(header.exif)) : unknownTaken
  return { facts: { width, height, format, ...shares, scaled }, taken }
}

/** A JPEG's block begins with a mark of six bytes before the TIFF header. */
const withoutMark = (exif: Uint8Array) => (exif[0] === 0x45 ? exif.subarray(6) : exif)

/** Grey pictures decode to one channel. */
const rgb = (data: Uint8Array, channels: number): Uint8Array =>
  channels === 3
    ? data
    : Uint8Array.from({ length: (data.length / channels) * 3 }, (_, at) => data[Math.floor(at / 3) * channels]!)

const answer: PictureAnswer = await inspect(workerData as PictureTask).catch(() => ({
  refused: 'not-a-picture' as const,
}))
parentPort!.postMessage(answer)
