import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

export const messageSchema = z.object({
  id: z.number(),
  subject: z.string(),
  body: z.string(),
  /** Path in the desk, where there is something to do. */
  link: z.string().nullable(),
  at: z.string(),
  read: z.boolean(),
})
export type Message = z.output<typeof messageSchema>

const cursor = z
  .string()
  .regex(/^[01]\.\d{1,15}$/, '翻页位置无效')
  .optional()

export const listMessages = endpoint({
  method: 'get',
  path: '/api/notifications/messages',
  summary: '本岗位的消息，未读在前',
  query: z.object({ after: cursor }),
  answer: z.object({ rows: z.array(messageSchema), next: z.string().nullable() }),
})

export const getBell = endpoint({
  method: 'get',
  path: '/api/notifications/bell',
  summary: '未读消息数与最近的未读消息',
  answer: z.object({ unread: z.number(), latest: z.array(messageSchema) }),
})

export const markRead = endpoint({
  method: 'post',
  path: '/api/notifications/read',
  summary: '标为已读；不写编号则全部',
  body: z.object({ ids: z.array(z.number()).max(200).optional() }),
  answer: z.object({ unread: z.number() }),
})

export const outboxRowSchema = z.object({
  id: z.number(),
  channel: z.enum(['sms', 'mail']),
  /** Masked: 138****5678, z***@example.cn. */
  address: z.string(),
  subject: z.string(),
  body: z.string(),
  state: z.enum(['queued', 'sent', 'failed']),
  error: z.string().nullable(),
  at: z.string(),
})

export const listOutbox = endpoint({
  method: 'get',
  path: '/api/notifications/outbox',
  summary: '短信和邮件发件箱',
  query: z.object({ after: z.coerce.number().int().positive().optional() }),
  answer: z.object({
    rows: z.array(outboxRowSchema),
    next: z.string().nullable(),
    /** Channels with a provider; messages of the others stay in the outbox. */
    connected: z.array(z.enum(['sms', 'mail'])),
  }),
})
