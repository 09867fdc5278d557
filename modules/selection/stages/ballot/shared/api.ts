import { z } from 'zod'
import { documentSchema, states } from '#modules/ballot/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const stage = z.object({ id: z.coerce.number(), stage: z.string() })
const base = '/api/selection/campaigns/{id}/stages/{stage}/ballot'
const done = z.object({ ok: z.literal(true) })
const instant = z.iso.datetime({ offset: true, message: '请选择日期和时间' })

/** The ballot's window, where it is held, and a result of a poll held elsewhere. */
export const getBallot = endpoint({
  method: 'get',
  path: base,
  summary: '网上评议：时间、渠道和结果',
  params: stage,
  answer: z.object({
    channels: z.array(z.string()),
    voters: z.string(),
    effect: z.enum(['reference', 'weighted']),
    window: z.object({ opensAt: z.string(), closesAt: z.string() }).nullable(),
    /** The vote that this platform holds for the stage. */
    vote: z
      .object({
        id: z.number(),
        slug: z.string(),
        state: z.enum(states),
        stateName: z.string(),
        opensAt: z.string(),
        closesAt: z.string(),
        /** The names of the stage are no longer those of the draft. */
        outdated: z.boolean(),
      })
      .nullable(),
    result: z
      .object({
        source: z.string(),
        enteredBy: z.string(),
        enteredAt: z.string(),
        confirmedBy: z.string().nullable(),
        confirmedAt: z.string().nullable(),
        files: z.array(z.object({ key: z.string(), name: z.string() })),
        /** Whether it was this person who entered it, and so may not confirm it. */
        own: z.boolean(),
      })
      .nullable(),
    /** Those that anyone stands in, in the plan's order. */
    categories: z.array(z.object({ value: z.string(), label: z.string() })),
    rows: z.array(
      z.object({
        nominationId: z.number(),
        name: z.string(),
        category: z.string(),
        unitName: z.string(),
        outcome: z.enum(['pending', 'pass', 'out', 'suspended']),
        count: z.number().nullable(),
        groups: z.array(z.object({ name: z.string(), count: z.number() })),
        place: z.number().nullable(),
        tied: z.boolean(),
      }),
    ),
    permissions: z.object({ run: z.boolean() }),
  }),
})

const window = z.object({ opensAt: instant, closesAt: instant })
const forward = ({ opensAt, closesAt }: z.infer<typeof window>) => Date.parse(opensAt) < Date.parse(closesAt)
const backward = { path: ['closesAt'], message: '截止时间应晚于开始时间' }

export const setWindow = endpoint({
  method: 'put',
  path: `${base}/window`,
  summary: '网上评议：起止时间',
  params: stage,
  body: window.refine(forward, backward),
  answer: done,
})

const newBallot = window
  .extend({
    /** Party members and residents counted apart; the census says who is who. */
    apart: z.boolean(),
    census: documentSchema.shape.eligibility.shape.census,
  })
  .refine(forward, backward)
export type NewBallot = z.infer<typeof newBallot>

/** Lays down the vote on this platform with everyone who stands in the stage. */
export const holdVote = endpoint({
  method: 'post',
  path: `${base}/election`,
  summary: '网上评议：在本平台建立投票',
  params: stage,
  body: newBallot,
  answer: z.object({ electionId: z.number() }),
})

/** Brings the names on the vote's draft up to date. */
export const refreshCandidates = endpoint({
  method: 'post',
  path: `${base}/election/candidates`,
  summary: '网上评议：更新候选名单',
  params: stage,
  answer: done,
})

/** Counts of a poll held outside, with its scan: valid once a second person has compared them. */
export const enterResult = endpoint({
  method: 'put',
  path: `${base}/result`,
  summary: '网上评议：录入外部投票结果',
  params: stage,
  body: z.object({
    source: z.string().trim().min(1, '请写明结果来自哪里，如投票平台名称').max(200),
    counts: z
      .array(z.object({ nominationId: z.number(), count: z.number().int().min(0).max(1_000_000_000) }))
      .min(1, '请录入票数'),
    fileKeys: z.array(z.string()).min(1, '请上传结果的盖章扫描件或截图').max(20),
  }),
  answer: done,
})

export const confirmResult = endpoint({
  method: 'post',
  path: `${base}/result/confirm`,
  summary: '网上评议：复核录入的结果',
  params: stage,
  answer: done,
})
