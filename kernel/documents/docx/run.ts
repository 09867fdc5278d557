import type { Run } from '../model.ts'
import { characterSpace, type DocumentProfile, type Lettering } from '../profiles.ts'
import { escaped } from './xml.ts'

/** Fonts of a run: East Asian by name, Latin and digits in the profile's; the hint makes “ ” full-width. */
export const fonts = (lettering: Lettering, digits: string): string =>
  `<w:rFonts w:hint="eastAsia" w:ascii="${escaped(digits)}" w:eastAsia="${escaped(lettering.font)}" w:hAnsi="${escaped(digits)}" w:cs="${escaped(digits)}"/>`

const written = (lettering: Lettering, digits: string, run: Omit<Run, 'text'>, space: number): string => {
  const color = run.color ?? lettering.color
  const size = Math.round(lettering.size * 2)
  return [
    '<w:rPr>',
    fonts(lettering, digits),
    run.bold ? '<w:b/>' : '',
    color ? `<w:color w:val="${escaped(color)}"/>` : '',
    space === 0 ? '' : `<w:spacing w:val="${Math.round(space * 20)}"/>`,
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    run.underline ? '<w:u w:val="single"/>' : '',
    '</w:rPr>',
  ].join('')
}

/** A document has few kinds of runs: each is written once for its lettering. */
const known = new WeakMap<Lettering, Map<string, string>>()

/** Properties of a run in the order that the schema asks for; `space` in points is added to every character. */
export const runProperties = (lettering: Lettering, digits: string, run: Omit<Run, 'text'> = {}, space = 0): string => {
  const kinds = known.get(lettering) ?? new Map<string, string>()
  known.set(lettering, kinds)
  const kind = `${digits}|${run.bold ?? ''}|${run.color ?? ''}|${run.underline ?? ''}|${space}`
  const properties = kinds.get(kind) ?? written(lettering, digits, run, space)
  kinds.set(kind, properties)
  return properties
}

const text = (part: string): string => (part === '' ? '' : `<w:t xml:space="preserve">${escaped(part)}</w:t>`)

const BREAKS: Record<string, string> = { '\t': '<w:tab/>', '\n': '<w:br/>' }

/** Words of a run; tabs and line breaks are elements of their own in Word. */
const content = (words: string): string =>
  /[\t\n]/.test(words)
    ? words
        .split(/([\t\n])/)
        .map(part => BREAKS[part] ?? text(part))
        .join('')
    : text(words)

/** One run; the lettering is the paragraph's unless the run names another. */
export const run = (one: Run, lettering: Lettering, profile: DocumentProfile): string => {
  const own = one.style ? profile.lettering[one.style] : lettering
  return `<w:r>${runProperties(own, profile.digits, one, characterSpace(profile))}${content(one.text)}</w:r>`
}
