import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

export const id = z.object({ id: z.coerce.number().int().positive() })
const sources = z.record(z.string().max(200), z.string().max(1_000_000, '单个文件不超过1MB'))
const fault = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  path: z.array(z.union([z.string(), z.number()])).readonly(),
  code: z.string(),
  message: z.string(),
  advice: z.string(),
})

const base = '/api/selection/plans'

export const listPlans = endpoint({
  method: 'get',
  path: base,
  summary: '方案：随产品提供的和本单位的',
  answer: z.object({
    shipped: z.array(z.object({ id: z.string(), title: z.string(), issuer: z.string(), year: z.number() })),
    plans: z.array(
      z.object({
        id: z.number(),
        slug: z.string(),
        title: z.string(),
        updatedAt: z.string(),
        version: z.number().nullable(),
        campaignId: z.number().nullable(),
      }),
    ),
  }),
})

export const addPlan = endpoint({
  method: 'post',
  path: base,
  summary: '起草方案：照一份方案改，或换一个年度',
  body: z.object({
    from: z.union([z.object({ shipped: z.string() }), z.object({ planId: z.number() }), z.object({ sources })]),
    year: z.number().int().min(2004).max(2100).optional(),
  }),
  answer: z.object({ id: z.number(), notes: z.array(z.string()) }),
})

export const getPlan = endpoint({
  method: 'get',
  path: `${base}/{id}`,
  summary: '方案草稿及检查结果',
  params: id,
  answer: z.object({
    id: z.number(),
    slug: z.string(),
    title: z.string(),
    revision: z.number(),
    sources,
    faults: z.array(fault),
    versions: z.array(
      z.object({
        id: z.number(),
        version: z.number(),
        hash: z.string(),
        reason: z.string(),
        publishedAt: z.string(),
        publishedBy: z.string().nullable(),
        campaignId: z.number().nullable(),
      }),
    ),
  }),
})

export const savePlan = endpoint({
  method: 'put',
  path: `${base}/{id}`,
  summary: '保存方案草稿',
  params: id,
  body: z.object({ revision: z.number(), sources }),
  answer: z.object({ revision: z.number(), faults: z.array(fault) }),
})

export const publishPlan = endpoint({
  method: 'post',
  path: `${base}/{id}/versions`,
  summary: '发布方案：按指纹冻结为新的一版',
  params: id,
  body: z.object({ reason: z.string().trim().min(1, '请写明发布或修改的理由').max(500) }),
  answer: z.object({ id: z.number(), version: z.number(), hash: z.string() }),
})

export const startCampaign = endpoint({
  method: 'post',
  path: '/api/selection/campaigns',
  summary: '按已发布的方案启动推选',
  body: z.object({ planVersionId: z.number() }),
  answer: z.object({ id: z.number() }),
})
