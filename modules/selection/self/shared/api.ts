import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const id = z.object({ id: z.coerce.number().int().positive() })
const done = z.object({ ok: z.literal(true) })
const query = z.object({
  after: z
    .string()
    .regex(/^[01]\.\d{1,15}$/, '翻页位置无效')
    .optional(),
})

export const selfStates = { received: '待处理', adopted: '已列为推荐对象', declined: '未采纳' } as const

/** One recommendation from the public, as the office that deals with it sees it. */
const selfRow = z.object({
  id: z.number(),
  byOther: z.boolean(),
  name: z.string(),
  category: z.string(),
  answers: z.array(z.object({ label: z.string(), text: z.string() })),
  reason: z.string(),
  senderName: z.string(),
  senderPhone: z.string(),
  files: z.array(z.object({ key: z.string(), name: z.string() })),
  state: z.enum(['received', 'adopted', 'declined']),
  publicReason: z.string().nullable(),
  receivedAt: z.string(),
  nominationId: z.number().nullable(),
})
export type SelfRow = z.output<typeof selfRow>

const page = { rows: z.array(selfRow), next: z.string().nullable() }

export const listOfUnit = endpoint({
  method: 'get',
  path: '/api/selection/submissions/{id}/self-recommendations',
  summary: '转到本单位的群众自荐、举荐',
  params: id,
  query,
  answer: z.object({ campaignTitle: z.string(), unitName: z.string(), ...page }),
})

export const listOfOrganiser = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/self-recommendations',
  summary: '主办单位收到、尚未转出的群众自荐、举荐',
  params: id,
  query,
  answer: z.object({
    campaignTitle: z.string(),
    ...page,
    units: z.array(z.object({ submissionId: z.number(), name: z.string() })),
  }),
})

const base = '/api/selection/self-recommendations/{id}'

export const adopt = endpoint({
  method: 'post',
  path: `${base}/adoption`,
  summary: '列为推荐对象',
  params: id,
  answer: z.object({ nominationId: z.number() }),
})

export const decline = endpoint({
  method: 'post',
  path: `${base}/refusal`,
  summary: '不采纳',
  params: id,
  body: z.object({ reason: z.string().trim().max(200).default('') }),
  answer: done,
})

export const pass = endpoint({
  method: 'post',
  path: `${base}/passing`,
  summary: '转给推荐单位',
  params: id,
  body: z.object({ submissionId: z.number().int().positive() }),
  answer: done,
})
