import type { Align, Paragraph as Model, Rule } from '../model.ts'
import { characterWidth, type DocumentProfile, type Lettering, lineHeight } from '../profiles.ts'
import { run, runProperties } from './run.ts'
import { eighths, twips, twipsOfPoints } from './units.ts'

export const JUSTIFICATION: Record<Align, string> = { left: 'left', center: 'center', right: 'right', justify: 'both' }
const OUTLINE: Partial<Record<Model['style'], number>> = { heading1: 0, heading2: 1 }

/** The fixed line distance, and blank lines above as space of so many lines. */
const spacing = (model: Model, lettering: Lettering): string => {
  const before = Math.round((model.linesBefore ?? 0) * lineHeight(lettering) * 20)
  const line = lettering.line ? ` w:line="${twipsOfPoints(lettering.line)}" w:lineRule="exact"` : ''
  return `<w:spacing w:before="${before}" w:after="0"${line}/>`
}

/** Word counts indents in characters; LibreOffice reads only the lengths, so both are given. */
const indents = (model: Model, character: number): string => {
  const side = (name: string, characters: number) =>
    characters === 0 ? '' : ` w:${name}Chars="${characters * 100}" w:${name}="${Math.round(characters * character)}"`
  const first = model.indent ?? 0
  const all =
    side('left', model.indentLeft ?? 0) +
    side('right', model.indentRight ?? 0) +
    (first < 0 ? side('hanging', -first) : side('firstLine', first))
  return all === '' ? '' : `<w:ind${all}/>`
}

const tabs = ({ tabs: stops = [] }: Model, character: number): string =>
  stops.length === 0
    ? ''
    : `<w:tabs>${stops.map(({ at, align }) => `<w:tab w:val="${align}" w:pos="${Math.round(at * character)}"/>`).join('')}</w:tabs>`

/** A grid of lines and characters holds the body's size; larger letters keep their own distance. */
const onGrid = ({ grid, lettering: { body } }: DocumentProfile, { size }: Lettering): boolean =>
  !grid || size === body.size

/** Properties of a paragraph in the order of the schema; `last` is what ends a section. */
const properties = (model: Model, profile: DocumentProfile, last: string): string => {
  const lettering = profile.lettering[model.style]
  const character = characterWidth(profile, lettering) * 20
  const outline = OUTLINE[model.style]
  return [
    '<w:pPr>',
    model.keepWithNext ? '<w:keepNext/>' : '',
    model.pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    tabs(model, character),
    onGrid(profile, lettering) ? '' : '<w:snapToGrid w:val="0"/>',
    spacing(model, lettering),
    indents(model, character),
    model.align ? `<w:jc w:val="${JUSTIFICATION[model.align]}"/>` : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
    runProperties(lettering, profile.digits),
    last,
    '</w:pPr>',
  ].join('')
}

/** A paragraph as Word has it; `anchored` are drawings that hang on it. */
export const paragraphXml = (model: Model, profile: DocumentProfile, { last = '', anchored = '' } = {}): string => {
  const lettering = profile.lettering[model.style]
  const runs = model.runs.map(one => run(one, lettering, profile)).join('')
  return `<w:p>${properties(model, profile, last)}${anchored}${runs}</w:p>`
}

/** A paragraph one point high: it ends sections and follows tables, which .doc files lose without one. */
export const tinyParagraph = ({ last = '', anchored = '', newPage = false } = {}): string =>
  `<w:p><w:pPr>${newPage ? '<w:pageBreakBefore/>' : ''}<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>${last}</w:pPr>${anchored}</w:p>`

/** A drawn line across the text: the lower edge of an empty paragraph of its own height. */
export const ruleXml = ({ weight, color = '000000', above = 0, below = 0 }: Rule): string =>
  `<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="${eighths(weight)}" w:space="0" w:color="${color}"/></w:pBdr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="${twips(below)}" w:line="${Math.max(20, twips(above))}" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>`
