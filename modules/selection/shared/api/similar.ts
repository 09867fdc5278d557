import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { id } from './plans.ts'

const side = z.object({ id: z.number(), name: z.string(), unitName: z.string(), material: z.string() })

/** Pairs of articles that share passages. A hint for people who read both, never a verdict. */
export const listSimilar = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/similar',
  summary: '查重：文字相近的材料',
  params: id,
  query: z.object({ nominationId: z.coerce.number().optional() }),
  answer: z.object({
    compared: z.number(),
    pairs: z.array(
      z.object({
        left: side,
        right: side,
        /** Characters of the shorter text that stand in passages common to both, 0–1. */
        share: z.number(),
        common: z.number(),
      }),
    ),
  }),
})

const text = side.extend({ title: z.string(), parts: z.array(z.object({ text: z.string(), common: z.boolean() })) })

export const compareArticles = endpoint({
  method: 'get',
  path: '/api/selection/nominations/{id}/similar/{otherId}',
  summary: '查重：两份材料并排',
  params: id.extend({ otherId: z.coerce.number() }),
  query: z.object({ material: z.string(), otherMaterial: z.string() }),
  answer: z.object({ left: text, right: text }),
})
