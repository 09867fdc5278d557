import { z } from 'zod'

const text = (max: number) => z.string().trim().min(1).max(max)
const key = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** What money may be spent on, or never (R004-05 to R004-08). */
const expenseKind = z.object({
  key,
  name: text(40),
  allowed: z.boolean(),
  /** Why not, as the refusal says it. */
  refusal: text(200).optional(),
  /** Words in an item that make a line of another kind look like one of this. */
  words: z.array(text(20)).default([]),
  /** What contains such a word and is nothing of the kind: 小工具 is no 小工. */
  except: z.array(text(20)).default([]),
  /** People who are paid by the day. One of `goods` right behind makes a thing of it: 瓦工 is paid, 瓦工铲 is bought. */
  trades: z.array(text(20)).optional(),
  goods: z.array(text(20)).optional(),
  /** What is counted of this kind alone: 3工日. */
  units: z.array(text(20)).optional(),
  /** Words, and units of a quantity, that may mean this kind and often do not: the reader is warned. */
  doubtful: z.array(text(20)).optional(),
  doubtfulUnits: z.array(text(20)).optional(),
  /** What explains such a unit: a mixer hired for three days. */
  hired: z.array(text(20)).optional(),
  /** Whether a line that looks like one of this is stopped, or the reader warned. */
  hidden: z.enum(['block', 'warning']).default('warning'),
  clause: text(40).optional(),
})
export type ExpenseKind = z.output<typeof expenseKind>

/** A year's programme of a sub-district as data: everything that another sub-district would say differently. */
export const programmeSchema = z.object({
  id: key,
  year: z.int().min(2000).max(2100),
  title: text(100),
  /** 文号 and the office that issued the notice. */
  documentNo: text(60),
  issuer: text(100),
  /** Whole fen per person and year (R004-01). */
  perPersonFen: z.int().positive(),
  /** Who has an allowance. */
  allowanceFor: z.enum(['members', 'representatives', 'both']),
  minHouseholds: z.int().min(0),
  /** Share (0–1) and number of signing households that are called back at least (R004-03). */
  callBack: z.object({ share: z.number().min(0).max(1), atLeast: z.int().min(0) }),
  /** Fewest seconds between two households on one telephone before the checker is told; 10 where nothing is said. */
  signingSeconds: z.int().min(0).max(600).optional(),
  expenseKinds: z.array(expenseKind).min(1),
  fundingSource: text(60),
  /** Whether material may be bought before the meeting has approved the project; not, where nothing is said. */
  buyBeforeMeeting: z.boolean().optional(),
  /** The sentence about who is chosen for each step of the chain: its role. */
  chain: z.object({
    secretary: z.enum(['secretary']),
    office: z.enum(['party-office']),
    leader: z.enum(['leader']),
    amount: z.enum(['finance', 'party-office']),
    meeting: z.enum(['organisation-member']),
    committee: z.enum(['organisation-member']),
  }),
  meetingBody: text(60),
  /** Working days at the service centre and online (R004-09). */
  publicityWorkdays: z.int().min(1),
  supervisor: text(60),
  supervisorPhone: text(40).nullable(),
  clauses: z.record(z.string(), text(200)),
})
export type Programme = z.output<typeof programmeSchema>
