import { z } from 'zod'
import type { PublicityPeriod } from '#kernel/calendar/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { noticeContentSchema } from './content.ts'
import { type NoticeKind, type NoticeState, noticeKinds, noticeStates } from './states.ts'

const keysOf = <K extends string>(labels: Record<K, string>) => Object.keys(labels) as [K, ...K[]]
export const kindSchema = z.enum(keysOf<NoticeKind>(noticeKinds))
export const stateSchema = z.enum(keysOf<NoticeState>(noticeStates))
const period = z.custom<PublicityPeriod>(value => typeof value === 'object')
const person = z.object({ name: z.string(), at: z.string() }).nullable()

export const noticeSummarySchema = z.object({
  id: z.number(),
  code: z.string(),
  kind: kindSchema,
  title: z.string(),
  version: z.number(),
  state: stateSchema,
  /** 未发布、公示中 第 n 天、期满 … */
  status: z.string(),
  unitName: z.string(),
  publishedOn: z.string().nullable(),
  lastDay: z.string().nullable(),
  openObjections: z.number(),
})
export type NoticeSummary = z.output<typeof noticeSummarySchema>

export const noticePermissionsSchema = z.object({
  edit: z.boolean(),
  send: z.boolean(),
  approve: z.boolean(),
  return: z.boolean(),
  issue: z.boolean(),
  revise: z.boolean(),
  withdraw: z.boolean(),
  objections: z.boolean(),
})

export const noticeSchema = noticeSummarySchema.extend({
  content: noticeContentSchema,
  /** Checksum of title, list and terms; a save names the one it began from. */
  contentHash: z.string(),
  workdays: z.number(),
  countPublishDay: z.boolean(),
  returnComment: z.string().nullable(),
  /** The period as issued; before that, as it would be if issued today. */
  period: period.nullable(),
  today: z.string(),
  drafted: person,
  reviewed: person,
  issued: person,
  withdrawnReason: z.string().nullable(),
  permissions: noticePermissionsSchema,
  /** Who may do what next, in a sentence. */
  next: z.string(),
})
export type Notice = z.output<typeof noticeSchema>

const byId = z.object({ id: z.coerce.number().int().positive() })
const done = z.object({ id: z.number(), state: stateSchema })
const base = '/api/publicity/notices'

export const listNotices = endpoint({
  method: 'get',
  path: base,
  summary: '本单位及下级单位的公示、结果和事迹',
  query: z.object({
    state: stateSchema.optional(),
    kind: kindSchema.optional(),
    module: z.string().max(40).optional(),
    matterId: z.coerce.number().int().optional(),
    after: z.coerce.number().int().positive().optional(),
  }),
  answer: z.object({ rows: z.array(noticeSummarySchema), next: z.string().nullable() }),
})

export const getNotice = endpoint({ method: 'get', path: `${base}/{id}`, params: byId, answer: noticeSchema })

export const saveNotice = endpoint({
  method: 'put',
  path: `${base}/{id}`,
  summary: '保存草稿',
  params: byId,
  body: z.object({
    title: z.string().trim().normalize('NFC').min(1, '请填写标题').max(200, '标题不超过200字'),
    content: noticeContentSchema,
    /** Working days; 0 for results and stories. */
    workdays: z.number().int().min(0).max(60, '不超过60个工作日'),
    basedOn: z.string(),
  }),
  answer: done.extend({ contentHash: z.string() }),
})

const act = <B extends z.ZodType>(name: string, summary: string, body: B) =>
  endpoint({ method: 'post', path: `${base}/{id}/${name}`, summary, params: byId, body, answer: done })

const secrecy = z.object({ secrecyChecked: z.literal(true, '请先确认已做保密审查') })
const reason = (message: string) => z.string().trim().min(1, message).max(500, '不超过500字')

export const sendNotice = act('review-request', '送审（确认不含涉密和不宜公开的内容）', secrecy)
export const approveNotice = act('approval', '审核通过（含保密审查）', secrecy)
export const returnNotice = act('return', '退回修改', z.object({ comment: reason('请写明要改什么') }))
export const issueNotice = act('issue', '签发', z.object({}))
export const reviseNotice = act('revision', '拟新版本', z.object({}))
export const withdrawNotice = act('withdrawal', '撤回', z.object({ reason: reason('请写明撤回原因') }))

export const proofSchema = z.object({
  code: z.string(),
  title: z.string(),
  /** Frozen at issue, and computed again now from what stands in the database. */
  hash: z.string(),
  recomputed: z.string(),
  intact: z.boolean(),
  /** 公示期间名单未改动 */
  statement: z.string(),
  entries: z.array(z.object({ at: z.string(), what: z.string() })),
})
export type Proof = z.output<typeof proofSchema>

export const getProof = endpoint({
  method: 'get',
  path: '/api/publicity/proofs/{code}',
  summary: '核验公示名单是否改动过',
  params: z.object({ code: z.string().max(20) }),
  answer: proofSchema,
})
