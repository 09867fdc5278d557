import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const params = z.object({ id: z.coerce.number().int() })
const done = z.object({ ok: z.literal(true) })

/** Puts a member on a village's list; with an allowance where a programme runs that gives one. */
export const addMember = endpoint({
  method: 'post',
  path: '/api/micro/villages/{id}/members',
  summary: '登记党员、村（居）民代表',
  params,
  body: z
    .object({
      name: z.string().trim().min(1, '请填写姓名').max(50),
      phone: z
        .string()
        .trim()
        .regex(/^1[3-9]\d{9}$/, '请填写11位手机号码')
        .nullable()
        .default(null),
      party: z.boolean(),
      representative: z.boolean(),
    })
    .refine(({ party, representative }) => party || representative, { path: ['party'], error: '请选择党员或者代表' }),
  answer: z.object({ id: z.number() }),
})

export const removeMember = endpoint({
  method: 'post',
  path: '/api/micro/members/{id}/removal',
  summary: '移出党员、代表名册',
  params,
  body: z.object({ reason: z.string().trim().min(1, '请写明原因').max(200, '原因不超过200字') }),
  answer: done,
})
