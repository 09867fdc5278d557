import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { id } from './plans.ts'

const base = '/api/selection/campaigns/{id}/urging'
const submissionIds = z.array(z.number()).min(1, '请至少选择一个单位').max(2000)

/** Names and telephones of those who fill in for the chosen units. Asking for them is recorded. */
export const listContacts = endpoint({
  method: 'post',
  path: `${base}/contacts`,
  summary: '催报：联系电话（查看留痕）',
  params: id,
  body: z.object({ submissionIds }),
  answer: z.object({
    contacts: z.array(
      z.object({
        submissionId: z.number(),
        unitName: z.string(),
        post: z.string(),
        rank: z.enum(['A', 'B']),
        name: z.string(),
        phone: z.string().nullable(),
      }),
    ),
  }),
})

export const urgeUnits = endpoint({
  method: 'post',
  path: base,
  summary: '催报：站内消息和短信',
  params: id,
  body: z.object({
    submissionIds,
    subject: z.string().trim().min(1, '请填写标题').max(100),
    body: z.string().trim().min(1, '请填写催报内容').max(500, '催报内容不超过500字'),
    sms: z.boolean(),
  }),
  answer: z.object({
    units: z.number(),
    posts: z.number(),
    /** Units without anybody on a post who could be told. */
    unreached: z.array(z.string()),
  }),
})
