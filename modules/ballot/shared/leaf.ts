import { z } from 'zod'
import { hex32, modes } from './document.ts'

/** 'YYYY-MM-DDTHH:MMZ' by the business clock. */
const minute = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/)
const base = { election: hex32, minute }
const count = z.int().min(0)

export const issuedSchema = z.strictObject({ group: z.string(), mode: z.enum(modes), count })
export type Issued = z.infer<typeof issuedSchema>

export const ballotLeafSchema = z.strictObject({
  ...base,
  kind: z.literal('ballot'),
  serial: hex32,
  counter: count,
  choices: hex32,
})
export type BallotLeaf = z.infer<typeof ballotLeafSchema>

/** What stands in the log, one kind told from the other by `kind` (docs/ballot.md, “Leaves”). */
export const leafSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('open') }),
  ballotLeafSchema,
  z.strictObject({ ...base, kind: z.literal('close'), issued: z.array(issuedSchema) }),
  z.strictObject({
    ...base,
    kind: z.literal('void'),
    leaf: count,
    reason: z.string(),
    by: z.tuple([z.string().min(1), z.string().min(1)]),
  }),
  z.strictObject({ ...base, kind: z.literal('final'), result: hex32 }),
])
export type Leaf = z.infer<typeof leafSchema>
