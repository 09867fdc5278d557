import type { Cell } from '#kernel/forms/shared/index.ts'
import { type Found, fieldOf, foundBy, foundFor, sourceOf, sourceOfText } from './found.ts'
import type { FoundCell, Match } from './match.ts'
import type { Recognised } from './recognise.ts'
import { type Region, regionOf } from './region.ts'
import { splitAtSignature } from './signature-line.ts'
import type { Label } from './template.ts'
import { fromTemplate, type Source } from './values/index.ts'
import { oneLine } from './words.ts'

const isPhoto = (known: Recognised, cell: Cell) => 'field' in cell && fieldOf(known, cell.field)?.kind === 'photo'

const templated = (template: string, source: Source): Found[] => {
  const { values, fits } = fromTemplate(oneLine(source.text), template)
  const doubt = fits
    ? { confidence: 0.8, note: '几项写在一格里，已分开，请核对。' }
    : { confidence: 0.3, note: '几项写在一格里，没有分开。' }
  return Object.entries(values).map(([path, answer]) => ({
    path,
    answer,
    source: source.text.trim(),
    ...(source.text.trim() === '' ? { confidence: 1 } : doubt),
  }))
}

/** An answer and the signature under it in one cell, each with its own words. */
const aboveAndSigned = (known: Recognised, ask: { seal: string; above: string }, source: Source): Found[] => {
  const [above, seal] = [fieldOf(known, ask.above), fieldOf(known, ask.seal)]
  if (!above || seal?.kind !== 'opinion') return []
  const parts = splitAtSignature(source.text, seal.mark)
  return [
    foundFor(ask.above, above, sourceOfText(parts.above)),
    foundFor(ask.seal, seal, sourceOfText(parts.signature)),
  ]
}

const answersOf = (known: Recognised, ask: Cell, source: Source): Found[] => {
  if ('text' in ask) return templated(ask.text, source)
  if ('seal' in ask && ask.above) return aboveAndSigned(known, { seal: ask.seal, above: ask.above }, source)
  const path = 'field' in ask ? ask.field : 'seal' in ask ? ask.seal : undefined
  const field = path === undefined ? undefined : fieldOf(known, path)
  if (path === undefined || !field) return []
  return [foundFor(path, field, source, 'field' in ask ? ask.placeholder : undefined)]
}

/** The words for each cell asked for: one takes all that stands there, several take a cell each. */
const sourcesOf = (region: Region, match: Match, asks: Cell[]): Source[] => {
  if (region.how === 'inline') return asks.map((_, at) => sourceOfText(at === 0 ? (match.inline ?? '') : ''))
  if (asks.length === 1) return [sourceOf(region.rows)]
  const cells = region.rows.flat()
  return asks.map((_, at) => sourceOf(cells[at] ? [[cells[at]]] : []))
}

const readLabel = (known: Recognised, label: Label, match: Match, labels: Set<FoundCell>): Found[] => {
  const asks = label.asks.filter(ask => !isPhoto(known, ask))
  const region = regionOf(match, known.cells, labels)
  const sources = sourcesOf(region, match, asks)
  return asks
    .flatMap((ask, at) => answersOf(known, ask, sources[at]!))
    .map(found => foundBy(found, region.how, match.likeness, label.text))
}

/** Answers of the cells that stand beside their label. */
export const readLabelled = (known: Recognised): Found[] => {
  const labels = new Set([...known.matches.values()].map(({ cell }) => cell))
  return known.template.labels.flatMap((label, index) => {
    const match = known.matches.get(index)
    return match && label.asks.length > 0 ? readLabel(known, label, match, labels) : []
  })
}
