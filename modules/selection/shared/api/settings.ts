import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { id } from './plans.ts'

const path = '/api/selection/campaigns/{id}/settings'

export const getSettings = endpoint({
  method: 'get',
  path,
  summary: '联系方式：方案要求填写的电话、地址',
  params: id,
  answer: z.object({
    settings: z.array(z.object({ key: z.string(), name: z.string(), required: z.boolean(), value: z.string() })),
    left: z.array(z.string()),
    permissions: z.object({ change: z.boolean() }),
  }),
})

export const saveSettings = endpoint({
  method: 'put',
  path,
  summary: '填写联系方式',
  params: id,
  body: z.object({ settings: z.record(z.string().max(100), z.string().max(1000)) }),
  answer: z.object({ ok: z.literal(true) }),
})
