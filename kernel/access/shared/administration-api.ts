import { z } from 'zod'
import { loginSchema, personNameSchema, phoneSchema } from '#kernel/units/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { type Role, roles } from './roles.ts'

const id = z.object({ id: z.coerce.number().int().positive() })
const rank = z.enum(['A', 'B'])
const done = z.object({ ok: z.literal(true) })
const phone = z
  .string()
  .trim()
  .nullish()
  .transform(text => text || null)
  .pipe(phoneSchema.nullable())
const roleNames = Object.keys(roles) as [Role, ...Role[]]

const accountSchema = z.object({
  id: z.number(),
  personId: z.number(),
  login: z.string(),
  active: z.boolean(),
  /** False until a first password is given out. */
  hasPassword: z.boolean(),
  locked: z.boolean(),
  seenAt: z.string().nullable(),
})
export type UnitAccount = z.output<typeof accountSchema>

export const listUnitAccounts = endpoint({
  method: 'get',
  path: '/api/access/units/{id}/accounts',
  summary: '单位在岗人员的账号',
  params: id,
  answer: z.object({ accounts: z.array(accountSchema) }),
})

const postFields = {
  title: z.string().trim().min(1, '请输入岗位名称').max(50, '岗位名称最多50字'),
  roles: z.array(z.enum(roleNames, '没有这个角色')).max(roleNames.length),
}

export const addUnitPost = endpoint({
  method: 'post',
  path: '/api/access/units/{id}/posts',
  summary: '新增岗位',
  params: id,
  body: z.object(postFields),
  answer: z.object({ id: z.number() }),
})

export const editPost = endpoint({
  method: 'put',
  path: '/api/access/posts/{id}',
  summary: '修改、停用岗位',
  params: id,
  body: z.object({ ...postFields, active: z.boolean() }),
  answer: done,
})

/** The password is in this answer and nowhere else: only its hash is kept. */
const issuedSchema = z.object({ accountId: z.number(), login: z.string(), initialPassword: z.string() })
export type IssuedPassword = z.output<typeof issuedSchema>

export const addHolder = endpoint({
  method: 'post',
  path: '/api/access/posts/{id}/holders',
  summary: '为岗位新增人员并开账号，答复中的初始密码只显示一次',
  params: id,
  body: z.object({
    rank,
    name: personNameSchema,
    phone,
    login: loginSchema,
  }),
  answer: issuedSchema,
})

export const vacatePost = endpoint({
  method: 'delete',
  path: '/api/access/posts/{id}/holders/{rank}',
  summary: '人员离岗（岗位空缺）',
  params: z.object({ id: id.shape.id, rank }),
  answer: done,
})

export const editPerson = endpoint({
  method: 'put',
  path: '/api/access/people/{id}',
  summary: '修改人员姓名、电话',
  params: id,
  body: z.object({ name: personNameSchema, phone }),
  answer: done,
})

export const resetPassword = endpoint({
  method: 'post',
  path: '/api/access/accounts/{id}/password',
  summary: '发放新的初始密码，只显示一次；原有登录立即失效',
  params: id,
  answer: issuedSchema,
})

export const setAccountActive = endpoint({
  method: 'put',
  path: '/api/access/accounts/{id}/active',
  summary: '停用或恢复账号；停用后原有登录立即失效',
  params: id,
  body: z.object({ active: z.boolean() }),
  answer: done,
})
