import type { FieldOf, LeafField } from '#kernel/forms/shared/index.ts'
import { withoutNumber } from '../words.ts'
import { doubtful, linesFrom, type Reading, type Source, sure, weakest } from './reading.ts'
import { unitAndPost } from './split.ts'

/** A printed template (`{name}，{gender}`) as its keys and what stands between. */
const partsOf = (template: string) => template.split(/\{([\w.]+)\}/)

const BETWEEN = String.raw`\s*[，,、；;\s]\s*`
const literal = (text: string) => (/^[，,、；;\s]*$/u.test(text) ? BETWEEN : RegExp.escape(text))

/** Reads a text that was made from a template back into its answers; '' where it does not fit. */
export const fromTemplate = (text: string, template: string): { values: Record<string, string>; fits: boolean } => {
  const parts = partsOf(template)
  const keys = parts.filter((_, at) => at % 2 === 1)
  if (keys.length === 2 && parts[2] === '') {
    const { unit, post } = unitAndPost(text)
    return { values: { [keys[0]!]: unit, [keys[1]!]: post }, fits: post !== '' }
  }
  const pattern = parts
    .map((part, at) => {
      if (at % 2 === 1) return at === parts.length - 2 ? '(.+)' : '(.+?)'
      return part === '' ? '' : literal(part)
    })
    .join('')
  const found = new RegExp(`^${pattern}$`, 'u').exec(text)
  return {
    values: Object.fromEntries(keys.map((key, at) => [key, found?.[at + 1]?.trim() ?? ''])),
    fits: found !== null,
  }
}

const rowFrom = (line: string, field: FieldOf<'rows'>) => {
  const first: LeafField = field.fields[0]!
  if (!field.print || field.fields.length === 1) return { row: { [first.key]: line }, confidence: 1 }
  const { values, fits } = fromTemplate(line, field.print)
  if (fits) return { row: values, confidence: 1 }
  return {
    row: { [first.key]: line },
    confidence: 0.4,
    note: `“${line}”没有按“${field.print.replace(/[{}]/g, '')}”分开。`,
  }
}

/** Rows printed as lines of one cell or under a heading, a line a row. */
export const rowsFromLines = (source: Source, field: FieldOf<'rows'>): Reading => {
  const lines = linesFrom(source).map(withoutNumber)
  const single = lines.length === 1 && /[；;]/u.test(lines[0]!)
  const all = (single ? lines[0]!.split(/[；;]/u) : lines).map(line =>
    withoutNumber(line.trim()).replace(/[；;。]$/u, ''),
  )
  const found = all.filter(line => line !== '').map(line => rowFrom(line, field))
  if (found.length === 0) return sure([])
  const reading = weakest(
    found.map(({ row }) => row),
    found,
  )
  return single
    ? { ...reading, ...doubtful(reading.answer, Math.min(0.8, reading.confidence), '按分号分成了几项，请核对。') }
    : reading
}
