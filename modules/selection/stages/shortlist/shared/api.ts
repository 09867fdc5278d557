import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const stage = z.object({ id: z.coerce.number(), stage: z.string() })
const base = '/api/selection/campaigns/{id}/stages/{stage}/shortlist'

/** Everyone to choose from, with what earlier stages left of each, and the shares that the plan asks for. */
export const getShortlist = endpoint({
  method: 'get',
  path: base,
  summary: '评定：名单、得分和结构',
  params: stage,
  answer: z.object({
    ranked: z.boolean(),
    hasVotes: z.boolean(),
    rows: z.array(
      z.object({
        nominationId: z.number(),
        name: z.string(),
        category: z.string(),
        unitId: z.number(),
        unitName: z.string(),
        unitOrder: z.number(),
        rank: z.number().nullable(),
        emphasised: z.boolean(),
        linkedTo: z.number().nullable(),
        outcome: z.enum(['pending', 'pass', 'out', 'suspended']),
        reason: z.string().nullable(),
        total: z.number().nullable(),
        votes: z.number().nullable(),
        /** Keys of the structure shares that this one counts for. */
        counts: z.array(z.string()),
        /** Conditions that a reviewer answered no. */
        refused: z.number(),
      }),
    ),
    structure: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        category: z.string(),
        atLeast: z.number().nullable(),
        atMost: z.number().nullable(),
        each: z.enum(['unit', 'all', 'both']),
      }),
    ),
  }),
})

/** 选定、不选、放回待定. A name under objection is not chosen before the objection is concluded. */
export const choose = endpoint({
  method: 'post',
  path: `${base}/choices`,
  summary: '评定：选定与不选',
  params: stage,
  body: z.object({
    choices: z
      .array(
        z.object({
          nominationId: z.number(),
          outcome: z.enum(['pending', 'pass', 'out']),
          reason: z.string().trim().max(1000).optional(),
        }),
      )
      .min(1)
      .max(2000),
  }),
  answer: z.object({ ok: z.literal(true) }),
})
