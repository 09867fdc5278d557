import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const params = z.object({ id: z.coerce.number().int() })
const done = z.object({ ok: z.literal(true) })
const reason = z.string().trim().min(1, '请写明原因').max(200, '原因不超过200字')

const entry = z.object({
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
const isSomething = ({ party, representative }: { party: boolean; representative: boolean }) => party || representative
const nothing = { path: ['party'], error: '请选择党员或者代表' }

const listed = z.object({
  id: z.number(),
  name: z.string(),
  phone: z.string().nullable(),
  party: z.boolean(),
  representative: z.boolean(),
  /** On the list; false of who has left it. */
  active: z.boolean(),
  leftOn: z.string().nullable(),
  leftBecause: z.string().nullable(),
  /** Has a login of the own, to propose projects with. */
  login: z.boolean(),
})
export type ListedMember = z.output<typeof listed>

/** A village's list with telephones, and those who left it, for its own staff. */
export const listMembers = endpoint({
  method: 'get',
  path: '/api/micro/villages/{id}/members',
  summary: '本村（社区）的党员、村（居）民代表名册',
  params,
  answer: z.object({
    rows: z.array(listed),
    /** Representatives' logins that are nobody's on the list yet. */
    logins: z.array(z.object({ id: z.number(), name: z.string(), title: z.string() })),
  }),
})

/** Puts a member on a village's list; with an allowance where a programme runs that gives one. */
export const addMember = endpoint({
  method: 'post',
  path: '/api/micro/villages/{id}/members',
  summary: '登记党员、村（居）民代表',
  params,
  body: entry.refine(isSomething, nothing),
  answer: z.object({ id: z.number() }),
})

/** Name, telephone and kind, of the same person. */
export const correctMember = endpoint({
  method: 'put',
  path: '/api/micro/members/{id}',
  summary: '更正党员、村（居）民代表的登记',
  params,
  body: entry.extend({ phone: entry.shape.phone.unwrap(), reason }).refine(isSomething, nothing),
  answer: done,
})

export const removeMember = endpoint({
  method: 'post',
  path: '/api/micro/members/{id}/removal',
  summary: '移出党员、代表名册',
  params,
  body: z.object({ reason }),
  answer: done,
})

/** Undoes that somebody left. */
export const readmitMember = endpoint({
  method: 'post',
  path: '/api/micro/members/{id}/readmission',
  summary: '恢复党员、代表的登记',
  params,
  body: z.object({ reason }),
  answer: done,
})

/** Says that a representative's login is this member's. */
export const linkMember = endpoint({
  method: 'put',
  path: '/api/micro/members/{id}/login',
  summary: '关联党员、代表的登录账号',
  params,
  body: z.object({ accountId: z.int({ error: '请选择账号' }) }),
  answer: done,
})
