import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import type { PlanChange } from '../plan/changes.ts'
import type { FaultCode } from '../plan/flaw.ts'
import type { Rehearsal } from '../plan/rehearsal/rehearse.ts'

export const id = z.object({ id: z.coerce.number().int().positive() })

const fileName = z
  .string()
  .max(200)
  .regex(/^(?!.*\.\.)[^/\\][^\\]*\.ya?ml$/i, '文件名应以 .yaml 结尾，不得指向方案文件夹之外')
const sources = z
  .record(fileName, z.string().max(1_000_000, '单个文件不超过1MB'))
  .refine(files => Object.keys(files).length <= 60, '一份方案最多60个文件')
const fault = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  path: z.array(z.union([z.string(), z.number()])).readonly(),
  code: z.custom<FaultCode>(value => typeof value === 'string'),
  message: z.string(),
  advice: z.string(),
})
const year = z.number().int().min(2004).max(2100)
const from = z.union([z.object({ shipped: z.string() }), z.object({ planId: z.number() }), z.object({ sources })])
const slug = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{0,47}$/, '代号由小写字母、数字和连字符组成，以字母开头')

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
        /** The draft says something else than the last version. */
        changed: z.boolean(),
        campaignId: z.number().nullable(),
      }),
    ),
  }),
})

export const addPlan = endpoint({
  method: 'post',
  path: base,
  summary: '起草方案：照一份方案改，或换一个年度',
  body: z.object({ from, year: year.optional(), slug: slug.optional() }),
  answer: z.object({ id: z.number(), notes: z.array(z.string()) }),
})

const moved = z.object({ from: z.string().optional(), to: z.string().optional() })

export const previewYear = endpoint({
  method: 'post',
  path: `${base}/another-year`,
  summary: '换一个年度：推算的日期和要核对的事项（不保存）',
  body: z.object({ from, year }),
  answer: z.object({
    slug: z.string(),
    stages: z.array(z.object({ key: z.string(), title: z.string(), opens: moved, dueBy: moved, closes: moved })),
    notes: z.array(z.string()),
  }),
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
    /** The campaign that runs on any version of this plan. */
    campaignId: z.number().nullable(),
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

const rehearsed = z.object({
  faults: z.array(fault),
  /** Null while the plan does not check. */
  rehearsal: z.custom<Rehearsal>(value => typeof value === 'object').nullable(),
  hash: z.string().nullable(),
})

export const rehearseText = endpoint({
  method: 'post',
  path: `${base}/rehearsal`,
  summary: '推演正在编辑的方案（不保存）',
  body: z.object({
    sources,
    planId: z.number().optional(),
    publishOn: z.record(z.string(), z.iso.date()).optional(),
  }),
  answer: rehearsed,
})

export const rehearsePlan = endpoint({
  method: 'get',
  path: `${base}/{id}/rehearsal`,
  summary: '推演方案草稿，或写明版次的已发布方案',
  params: id,
  query: z.object({ version: z.coerce.number().int().optional() }),
  answer: rehearsed,
})

const change = z.custom<PlanChange>(value => typeof value === 'object')

export const comparePlan = endpoint({
  method: 'get',
  path: `${base}/{id}/changes`,
  summary: '逐项比较两版方案；不写 to 时与草稿比较',
  params: id,
  query: z.object({ from: z.coerce.number().int(), to: z.coerce.number().int().optional() }),
  answer: z.object({ changes: z.array(change) }),
})

export const downloadPlan = endpoint({
  method: 'get',
  path: `${base}/{id}/files`,
  summary: '下载方案：zip 为各文件原样，yaml 为合成的一个文件',
  params: id,
  query: z.object({ as: z.enum(['zip', 'yaml']).default('zip'), version: z.coerce.number().int().optional() }),
  answer: z.unknown(),
})

export const publishPlan = endpoint({
  method: 'post',
  path: `${base}/{id}/versions`,
  summary: '发布方案：按指纹冻结为新的一版',
  params: id,
  body: z.object({
    reason: z.string().trim().min(1, '请写明发布或修改的理由').max(500),
    /** The hash of what the page showed: what somebody else saved meanwhile is not published unseen. */
    hash: z.string().optional(),
  }),
  answer: z.object({ id: z.number(), version: z.number(), hash: z.string() }),
})

export const startCampaign = endpoint({
  method: 'post',
  path: '/api/selection/campaigns',
  summary: '按已发布的方案启动推选',
  body: z.object({ planVersionId: z.number() }),
  answer: z.object({ id: z.number() }),
})

export const changeVersion = endpoint({
  method: 'put',
  path: '/api/selection/campaigns/{id}/plan-version',
  summary: '正在进行的推选改按新的一版方案办理',
  params: id,
  body: z.object({ planVersionId: z.number() }),
  answer: z.object({ id: z.number(), version: z.number() }),
})
