import { z } from 'zod'
import { paperFormat } from '#kernel/documents/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

/** What can be had in one go. */
export const packageKinds = {
  unit: '本单位全部推荐表',
  campaign: '全部推荐表',
  certificates: '全部证书',
  press: '新闻稿包',
  overprint: '套打文件',
  archive: '归档移交包',
} as const
export type PackageKind = keyof typeof packageKinds

const id = z.object({ id: z.coerce.number().int().positive() })

const packageView = z.object({
  id: z.number(),
  kind: z.enum(Object.keys(packageKinds) as [PackageKind, ...PackageKind[]]),
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.number(),
  total: z.number(),
  remarks: z.array(z.string()),
  bytes: z.number().nullable(),
  /** A finished package is kept for a week. */
  available: z.boolean(),
  askedAt: z.string(),
})
export type PackageView = z.output<typeof packageView>
const answer = z.object({ packages: z.array(packageView) })

const OFFSET = z.number().min(-30, '偏移不超过30毫米').max(30, '偏移不超过30毫米').default(0)

export const listUnitPackages = endpoint({
  method: 'get',
  path: '/api/selection/submissions/{id}/packages',
  summary: '本单位打包文件的进度',
  params: id,
  answer,
})

export const askUnitPackage = endpoint({
  method: 'post',
  path: '/api/selection/submissions/{id}/packages',
  summary: '打包本单位全部推荐表和材料',
  params: id,
  body: z.object({ format: paperFormat }),
  answer: z.object({ id: z.number() }),
})

export const listCampaignPackages = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/packages',
  summary: '打包文件的进度',
  params: id,
  answer,
})

export const askCampaignPackage = endpoint({
  method: 'post',
  path: '/api/selection/campaigns/{id}/packages',
  summary: '打包全部推荐表、证书、新闻稿、套打文件或归档材料',
  params: id,
  body: z.object({
    kind: z.enum(['campaign', 'certificates', 'press', 'overprint', 'archive']),
    format: paperFormat.default('docx'),
    /** Units to take in; without any, all. */
    submissions: z.array(z.number()).max(5000).optional(),
    offset: z.object({ x: OFFSET, y: OFFSET }).optional(),
  }),
  answer: z.object({ id: z.number() }),
})

export const downloadPackage = endpoint({
  method: 'get',
  path: '/api/selection/packages/{id}/file',
  summary: '下载打包好的文件',
  params: id,
  answer: z.any(),
})
