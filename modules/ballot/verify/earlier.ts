import type { Report } from './rules.ts'
import { isObject } from './shape.ts'
import { canonical, type Line, linesOf, readLine } from './text.ts'

/** What must stay: a leaf without its opening, or a head. */
const entryOf = (value: unknown): string | undefined => {
  if (!isObject(value)) return undefined
  if ('leaf' in value) return canonical({ leaf: value.leaf })
  return 'head' in value ? canonical({ head: value.head }) : undefined
}

/** Reads an earlier record beside this one and tells whether this one continues it (B19). */
export const earlierCheck = (stream: AsyncIterable<Uint8Array>, fingerprint: string, report: Report) => {
  const portions = linesOf(stream)
  let lines: Line[] = []
  let at = 0
  let ended = false
  let differs = false

  const more = async (): Promise<void> => {
    const { value, done } = await portions.next()
    ended = done === true
    lines = value ?? []
    at = 0
  }

  /** The next entry of the earlier record; undefined at its end. Waits only for a new portion of the file. */
  const nextEntry = async (): Promise<string | undefined> => {
    for (;;) {
      while (at >= lines.length && !ended) await more()
      const line = lines[at]
      if (!line) return undefined
      at += 1
      const value = readLine(line.bytes)?.value
      if (line.number === 1 && (!isObject(value) || value.fingerprint !== fingerprint)) {
        differs = true
        report('B19', { line: 1 }, '先前的记录属于另一次选举。')
      }
      const entry = entryOf(value)
      if (entry !== undefined) return entry
    }
  }

  /** Compares the next entry of this record; after the first difference nothing more is worth telling. */
  const compare = async (value: unknown, line: number): Promise<void> => {
    if (differs || ended) return
    const entry = await nextEntry()
    if (entry === undefined || differs || entry === entryOf(value)) return
    differs = true
    report('B19', { line }, '这一行与先前记录中的不同：先前的条目或树头被改动。')
  }

  const finish = async (line: number): Promise<void> => {
    if (!differs && (await nextEntry()) !== undefined && !differs)
      report('B19', { line }, '先前记录中的条目或树头在这里缺少。')
  }
  return { compare, finish }
}
