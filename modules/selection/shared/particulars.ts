import { z } from 'zod'
import { OpinionAnswer } from '#kernel/forms/shared/index.ts'

/** A written reason (情况说明) for a rule that asks for one, with the principal's confirmation where the plan wants it. */
export const writtenReason = z.object({
  rule: z.string(),
  text: z.string().trim().min(1, '请写明理由').max(1000, '理由不超过1000字'),
  confirmedBy: z.string().optional(),
})

/** A document handed in, or promised by a date. */
export const handedIn = z.object({
  fileId: z.string().optional(),
  name: z.string().max(255).optional(),
  promisedBy: z.iso.date().optional(),
})
export type HandedIn = z.output<typeof handedIn>

const branchVote = z.object({
  branch: z.string().trim().min(1, '请填写党支部名称').max(120),
  present: z.number().int().min(0),
  votes: z.number().int().min(0),
  heldOn: z.iso.date().optional(),
})

/** What a plan asks of a nomination beside its form: tags, declarations, branch votes, emphasis, seals and proofs. */
export const particulars = z.object({
  tags: z.record(z.string(), z.array(z.string())).default({}),
  declarations: z.record(z.string(), z.boolean()).default({}),
  emphasised: z.boolean().default(false),
  emphasisReason: z.string().max(1000).default(''),
  branchVotes: z.array(branchVote).max(200).default([]),
  /** By the plan's seal key, for seals that have no cell in the form. */
  seals: z.record(z.string(), OpinionAnswer).default({}),
  /** By the plan's material key. */
  materials: z.record(z.string(), handedIn).default({}),
})
export type Particulars = z.output<typeof particulars>

/** 推荐情况报告 and what a unit hands in for all its nominees together. */
export const submissionReport = z.object({
  sections: z.record(z.string(), z.string().max(20_000)).default({}),
  signedBy: z.string().max(50).optional(),
  sealedOn: z.iso.date().optional(),
  /** 待补章: signature and seal of the report promised by a day; the stamped page once it is there. */
  promisedBy: z.iso.date().optional(),
  scan: handedIn.optional(),
  reportedOn: z.iso.date().optional(),
  meeting: z.object({ body: z.string().max(120), heldOn: z.iso.date(), attendees: z.number().int().min(0) }).optional(),
  materials: z.record(z.string(), handedIn).default({}),
  reasons: z.array(writtenReason).default([]),
})
export type SubmissionReport = z.output<typeof submissionReport>
