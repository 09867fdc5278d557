import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { unitFieldsSchema } from './fields.ts'
import { unitKindNames } from './kinds.ts'

const kind = z.enum(unitKindNames)
const id = z.object({ id: z.coerce.number().int().positive() })
const done = z.object({ ok: z.literal(true) })

const nodeSchema = z.object({
  id: z.number(),
  parentId: z.number().nullable(),
  name: z.string(),
  kind,
  active: z.boolean(),
  /** Units directly below, closed ones counted. */
  children: z.number(),
})
export type UnitNode = z.output<typeof nodeSchema>

export const listUnits = endpoint({
  method: 'get',
  path: '/api/units',
  summary: '单位树的一层；不指明上级时为本单位',
  query: z.object({ parentId: z.coerce.number().int().positive().optional() }),
  answer: z.object({ units: z.array(nodeSchema) }),
})

export const searchUnits = endpoint({
  method: 'get',
  path: '/api/units/search',
  summary: '按名称查找本单位及下级单位',
  query: z.object({ q: z.string().trim().min(1, '请输入单位名称').max(60) }),
  answer: z.object({
    /** In official order, at most 50. `above` are the names from one's own unit down to the parent. */
    units: z.array(
      z.object({ id: z.number(), name: z.string(), kind, active: z.boolean(), above: z.array(z.string()) }),
    ),
    more: z.boolean(),
  }),
})

const holderSchema = z.object({
  rank: z.enum(['A', 'B']),
  personId: z.number(),
  name: z.string(),
  /** Only for an administrator; null for everyone else. */
  phone: z.string().nullable(),
})
const postSchema = z.object({
  id: z.number(),
  title: z.string(),
  roles: z.array(z.string()),
  active: z.boolean(),
  holders: z.array(holderSchema),
})
export type UnitPost = z.output<typeof postSchema>

export const unitDetailSchema = z.object({
  id: z.number(),
  parentId: z.number().nullable(),
  name: z.string(),
  fullName: z.string(),
  kind,
  regionCode: z.string().nullable(),
  sortNo: z.number(),
  population: z.number().nullable(),
  populationBasis: z.string().nullable(),
  active: z.boolean(),
  /** Sent back with an edit; another one means somebody changed the unit meanwhile. */
  version: z.string(),
  /** From the reader's own unit down to the parent. */
  above: z.array(z.object({ id: z.number(), name: z.string() })),
  children: z.number(),
  posts: z.array(postSchema),
  can: z.object({ edit: z.boolean(), move: z.boolean() }),
})
export type UnitDetail = z.output<typeof unitDetailSchema>

export const getUnit = endpoint({
  method: 'get',
  path: '/api/units/{id}',
  summary: '单位、岗位与人员',
  params: id,
  answer: unitDetailSchema,
})

export const addUnitBelow = endpoint({
  method: 'post',
  path: '/api/units/{id}/units',
  summary: '新增下级单位',
  params: id,
  body: unitFieldsSchema,
  answer: z.object({ id: z.number() }),
})

export const editUnit = endpoint({
  method: 'put',
  path: '/api/units/{id}',
  summary: '修改单位',
  params: id,
  body: z.object({ version: z.string(), unit: unitFieldsSchema }),
  answer: done,
})

export const moveUnit = endpoint({
  method: 'post',
  path: '/api/units/{id}/move',
  summary: '调整单位的隶属关系',
  params: id,
  body: z.object({ parentId: z.number().int().positive('请选择新的上级单位') }),
  answer: done,
})

export const setUnitActive = endpoint({
  method: 'put',
  path: '/api/units/{id}/active',
  summary: '停用或恢复单位',
  params: id,
  body: z.object({ active: z.boolean() }),
  answer: done,
})
