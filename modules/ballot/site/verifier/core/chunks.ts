export type Range = { from: number; to: number }
/** The part of a file that is read; Node's Blob and the browser's File are both one. */
export type Bytes = Pick<Blob, 'size'> & {
  slice: (from: number, to: number) => { arrayBuffer: () => Promise<ArrayBuffer> }
}

const LINE_FEED = 10
const window = 1 << 16

const read = async (file: Bytes, { from, to }: Range) => new Uint8Array(await file.slice(from, to).arrayBuffer())

/** Right after the first line feed at or behind a place; the file's end where there is none. */
export const lineEnd = async (file: Bytes, place: number): Promise<number> => {
  for (let [from, size] = [place, window]; from < file.size; from += size, size *= 2) {
    const found = (await read(file, { from, to: from + size })).indexOf(LINE_FEED)
    if (found >= 0) return from + found + 1
  }
  return file.size
}

/** Cuts the rest of a file at line ends into parts of about so many bytes. */
export async function* cut(file: Bytes, from: number, about: number): AsyncGenerator<Range> {
  for (let start = from; start < file.size; ) {
    const end = start + about >= file.size ? file.size : await lineEnd(file, start + about - 1)
    yield { from: start, to: end }
    start = end
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** The lines of a part; `flawed` where bytes are no UTF-8 or the last line does not end. */
export const readLines = async (file: Bytes, range: Range): Promise<{ lines: string[]; flawed: boolean }> => {
  const bytes = await read(file, range)
  const ended = bytes[bytes.length - 1] === LINE_FEED
  const text = decoded(bytes)
  const lines = (text ?? lenient.decode(bytes)).split('\n')
  if (ended) lines.pop()
  return { lines, flawed: text === undefined || !ended }
}

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
