import { z } from 'zod'
import { paperFormat } from '#kernel/documents/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

/** The annexes of a project, filled in from what is known of it. */
export const paperNames = {
  application: '附件1 项目申报表',
  sheet: '附件1 签名表（空白，可加页）',
  notice: '附件2 完成情况公示',
  acceptance: '附件3 项目验收表',
  plaque: '附件4 标牌样式',
} as const
export type Paper = keyof typeof paperNames
const paperKeys = Object.keys(paperNames) as [Paper, ...Paper[]]

/** Blank signature sheets that are printed at once. */
export const maxCopies = 20

const params = z.object({ id: z.coerce.number().int() })

/** Papers that can be had of a project now, and the kinds of file that this server makes. */
export const listPapers = endpoint({
  method: 'get',
  path: '/api/micro/projects/{id}/papers',
  summary: '微实事项目可打印的表',
  params,
  answer: z.object({
    papers: z.array(z.object({ key: z.enum(paperKeys), name: z.string() })),
    formats: z.array(paperFormat),
    /** Why one of the kinds cannot be made here. */
    missing: z.string().nullable(),
  }),
})

export const downloadPaper = endpoint({
  method: 'get',
  path: '/api/micro/projects/{id}/papers/{paper}/{format}',
  summary: '下载微实事项目的申报表、公示、验收表、标牌（Word、PDF）',
  params: params.extend({ paper: z.enum(paperKeys), format: paperFormat }),
  /** Of blank signature sheets, each with its own number; of other papers one is made. */
  query: z.object({ copies: z.coerce.number().int().min(1).max(maxCopies).default(1) }),
  answer: z.any(),
})

/** What a meeting decided of a batch, to be signed by who held it and who took it down. */
export const downloadMeeting = endpoint({
  method: 'get',
  path: '/api/micro/programmes/{id}/meetings/{meeting}/{format}',
  summary: '下载会议记录（Word、PDF）',
  params: params.extend({ meeting: z.coerce.number().int(), format: paperFormat }),
  answer: z.any(),
})
