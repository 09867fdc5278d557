import { z } from 'zod'

const span = {
  colspan: z.int().positive().default(1),
  /** `all` in a repeated row: the cell covers every row the repetition makes. */
  rowspan: z.union([z.int().positive(), z.literal('all')]).default(1),
  align: z.enum(['left', 'center', 'right']).optional(),
}

/** Fixed words of the annex. A line break stands where the annex has one; `vertical` stacks the characters. */
const LabelCell = z.strictObject({ label: z.string(), vertical: z.boolean().default(false), ...span })
/** The answer at a path (`name`, `liaison.phone`; inside a repeated row the path is the row's own). */
const FieldCell = z.strictObject({
  field: z.string(),
  /** Words printed while there is no answer: what the photo must be. */
  placeholder: z.string().optional(),
  ...span,
})
/** A template of words and answers: “{name}，{gender}”. */
const TextCell = z.strictObject({ text: z.string(), ...span })
/** Opinion with its seal, signature and date, at the path of an `opinion` field. */
const SealCell = z.strictObject({
  seal: z.string(),
  /** Path of an answer that stands in the same cell, above the signature (项目简介 and who signs for it). */
  above: z.string().optional(),
  ...span,
})
/** Running number of repeated rows, counted through the whole table. */
const CounterCell = z.strictObject({ counter: z.literal(true), ...span })

export const Cell = z.union([LabelCell, FieldCell, TextCell, SealCell, CounterCell])

export const Row = z.strictObject({
  /** Least height in mm. */
  height: z.number().positive().optional(),
  /** Height in mm that the row may shrink to where the form would not fit its page otherwise. */
  shrinksTo: z.number().positive().optional(),
  /** Stands on one page with the row below it. */
  keepWithNext: z.literal(true).optional(),
  /**
   * Begins a table of its own on a new page (a signature sheet); its rows of labels stand at the head of every page
   * that it goes on to.
   */
  newPage: z.literal(true).optional(),
  /** Key of a `rows` field: the row is printed once for each of its rows, and at least `atLeast` times. */
  repeat: z.string().optional(),
  atLeast: z.int().min(0).default(0),
  /** Repetitions to a sheet: what is more begins a sheet like it, filled up with empty rows (此表可加页). */
  toSheet: z.int().positive().optional(),
  cells: z.array(Cell).min(1),
})

/** The annex's table. Column widths in mm; every row's spans must tile the columns exactly. */
export const Grid = z.strictObject({ columns: z.array(z.number().positive()).min(1), rows: z.array(Row).min(1) })

export type Cell = z.infer<typeof Cell>
export type Row = z.infer<typeof Row>
export type Grid = z.infer<typeof Grid>
