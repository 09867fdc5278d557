import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const params = z.object({ id: z.coerce.number().int() })
const done = z.object({ ok: z.literal(true) })
const reason = z.string().trim().min(1, '请写明原因').max(200, '原因不超过200字')
const household = z.object({
  id: z.number(),
  head: z.string(),
  door: z.string(),
  phone: z.string().nullable(),
  /** Signatures of it that stand, under all projects. */
  signatures: z.int(),
})
export type ListedHousehold = z.output<typeof household>

/** A village's households by their heads' names, for its own staff. */
export const listHouseholds = endpoint({
  method: 'get',
  path: '/api/micro/villages/{id}/households',
  summary: '本村（社区）的群众户',
  params,
  query: z.object({ words: z.string().trim().max(60).default(''), after: z.coerce.number().int().optional() }),
  answer: z.object({ rows: z.array(household), next: z.number().nullable(), total: z.int() }),
})

/** Two entries of one household become one: what the first signed is the second's, each project signed once. */
export const mergeHousehold = endpoint({
  method: 'post',
  path: '/api/micro/households/{id}/merge',
  summary: '合并重复登记的群众户',
  params,
  body: z.object({ intoId: z.int({ error: '请选择保留的一户' }), reason }),
  answer: z.object({ struckSignatures: z.int() }),
})

export const strikeHousehold = endpoint({
  method: 'post',
  path: '/api/micro/households/{id}/strike-off',
  summary: '注销一户群众',
  params,
  body: z.object({ reason }),
  answer: done,
})
