import type { FormDefinition } from '#kernel/forms/shared/index.ts'
import type { WordBlock } from '../model.ts'
import { cellsIn, type FoundCell, type Match, matchLabels } from './match.ts'
import { type Template, templateOf } from './template.ts'
import { keyOf, likeness } from './words.ts'

/** A file taken for a form: where its labels were found and how sure that it is this form, 0–1. */
export type Recognised = {
  form: FormDefinition
  template: Template
  cells: FoundCell[]
  matches: Map<number, Match>
  certainty: number
  /** Block at which the form's cover or title begins. */
  start: number
}

/** Below this it is some other paper. */
const LEAST = 0.5
const TITLE_LINES = 3

type Title = { likeness: number; block: number }

/** The lines of the file most like the form's title; a title may be broken over some lines. */
const titleIn = (blocks: readonly WordBlock[], form: FormDefinition): Title => {
  const wanted = [form.title, form.cover?.title ?? []].map(lines => keyOf(lines.join(''))).filter(key => key !== '')
  let best: Title = { likeness: 0, block: 0 }
  for (const [at] of blocks.entries()) {
    let words = ''
    for (const block of blocks.slice(at, at + TITLE_LINES)) {
      if (block.kind !== 'paragraph') break
      words += block.text
      const alike = Math.max(...wanted.map(key => likeness(key, keyOf(words))))
      if (alike > best.likeness) best = { likeness: alike, block: at }
    }
  }
  return best
}

const recogniseAs = (form: FormDefinition, blocks: readonly WordBlock[], cells: FoundCell[]): Recognised => {
  const template = templateOf(form)
  const matches = matchLabels(template.labels, cells)
  const found = [...matches.values()].reduce((sum, match) => sum + match.likeness, 0)
  const title = titleIn(blocks, form)
  const covered = found / template.labels.length
  const first = Math.min(...[...matches.values()].map(({ cell }) => cell.block), blocks.length)
  return {
    form,
    template,
    cells,
    matches,
    certainty: 0.6 * covered + 0.4 * title.likeness,
    start: title.likeness >= 0.7 ? Math.min(title.block, first) : first,
  }
}

/** The forms that a file may be, the likeliest first; none where it is another paper. */
export const recognise = (blocks: readonly WordBlock[], forms: readonly FormDefinition[]): Recognised[] => {
  const cells = cellsIn(blocks)
  return forms
    .map(form => recogniseAs(form, blocks, cells))
    .filter(({ certainty, matches }) => certainty >= LEAST && matches.size > 0)
    .sort((a, b) => b.certainty - a.certainty)
}
