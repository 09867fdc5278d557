import type { WordBlock } from '../model.ts'
import { cellsIn } from './match.ts'
import type { Template } from './template.ts'

/** A table with this share of the labels is a whole form. */
const MOST_LABELS = 0.6

/** Blocks that are each a whole form: a file should hold one (一项一档), some hold a stack of them. */
export const formsIn = (blocks: readonly WordBlock[], { labels }: Template): number[] =>
  blocks.flatMap((block, index) => {
    if (block.kind !== 'table') return []
    const keys = new Set(cellsIn([block]).map(({ key }) => key))
    const found = labels.filter(({ key }) => keys.has(key)).length
    return labels.length > 0 && found >= labels.length * MOST_LABELS ? [index] : []
  })
