import { z } from 'zod'
import { base64url, hex32, modes } from './document.ts'
import { ballotLeafSchema } from './leaf.ts'

const count = z.int().min(0)

/** One list for each category in document order: the chosen candidates' numbers, strictly rising. */
export const choicesSchema = z
  .array(z.array(z.int().min(1)).max(1000))
  .min(1)
  .max(50)
export type Choices = z.infer<typeof choicesSchema>

export const openingSchema = z.strictObject({
  choices: choicesSchema,
  credential: base64url,
  group: z.string(),
  mode: z.enum(modes),
  salt: hex32,
  serial: hex32,
})
export type Opening = z.infer<typeof openingSchema>

const perGroup = z.array(count)
export const resultSchema = z.strictObject({
  accepted: count,
  superseded: count,
  keys: z.array(z.strictObject({ group: z.string(), mode: z.enum(modes), issued: count, used: count, counted: count })),
  voided: z.array(z.strictObject({ code: z.string(), count })),
  tally: z.array(
    z.strictObject({
      category: z.string(),
      blank: z.strictObject({ after: perGroup, before: perGroup }),
      candidates: z.array(z.strictObject({ no: z.int(), after: perGroup, before: perGroup })),
    }),
  ),
})
export type Result = z.infer<typeof resultSchema>

/** A signed promise that a ballot will be in the log (docs/ballot.md, “Receipts”). */
export const receiptSchema = z.strictObject({
  fingerprint: hex32,
  number: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{20}$/),
  leaf: ballotLeafSchema,
  promise: z.strictObject({ note: z.string(), size: z.int().min(1), index: count, path: z.array(hex32) }),
})
export type Receipt = z.infer<typeof receiptSchema>
