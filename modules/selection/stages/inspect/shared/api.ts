import { z } from 'zod'
import { Article } from '#kernel/forms/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { findingView } from '../../../shared/api/nominations.ts'

const stage = z.object({ id: z.coerce.number(), stage: z.string() })
const ofNominee = stage.extend({ nominationId: z.coerce.number() })
const ofUnit = stage.extend({ submissionId: z.coerce.number() })
const base = '/api/selection/campaigns/{id}/stages/{stage}/inspections'
const done = z.object({ ok: z.literal(true) })

const member = z.object({
  name: z.string().trim().min(1, '请填写考察组成员姓名').max(50),
  unit: z.string().trim().max(120).optional(),
  branch: z.string().trim().max(120).optional(),
})
const file = z.object({ key: z.string(), name: z.string(), kind: z.string() })

const material = z.object({
  key: z.string(),
  name: z.string(),
  /** 字数 that the plan asks for, 左右. */
  about: z.number().nullable(),
})

/** The candidates to inspect: all of them for the organiser, a unit's own for its clerk. */
export const listInspections = endpoint({
  method: 'get',
  path: base,
  summary: '考察：名单、考察组、材料',
  params: stage,
  answer: z.object({
    campaignTitle: z.string(),
    stageTitle: z.string(),
    dueOn: z.string().nullable(),
    open: z.boolean(),
    entrusted: z.boolean(),
    onSite: z.boolean(),
    teamMin: z.number(),
    recuse: z.enum(['sameBranch', 'sameUnit', 'none']),
    materials: z.array(material),
    reports: z.array(material),
    candidates: z.array(
      z.object({
        nominationId: z.number(),
        name: z.string(),
        categoryName: z.string(),
        submissionId: z.number(),
        unitName: z.string(),
        outcome: z.enum(['pending', 'pass', 'out', 'suspended']),
        team: z.array(member),
        branch: z.string().nullable(),
        visitedOn: z.string().nullable(),
        articles: z.record(z.string(), Article),
        files: z.array(file),
        findings: z.array(findingView),
      }),
    ),
    units: z.array(
      z.object({
        submissionId: z.number(),
        unitName: z.string(),
        report: Article,
        files: z.array(file),
        handedInAt: z.string().nullable(),
        handedInBy: z.string().nullable(),
        findings: z.array(findingView),
        permissions: z.object({ write: z.boolean(), return: z.boolean() }),
      }),
    ),
    permissions: z.object({ run: z.boolean() }),
  }),
})

export const saveInspection = endpoint({
  method: 'put',
  path: `${base}/nominees/{nominationId}`,
  summary: '考察：保存考察组和考察材料',
  params: ofNominee,
  body: z.object({
    team: z.array(member).max(20, '考察组成员不超过20人'),
    branch: z.string().trim().max(120).default(''),
    visitedOn: z.iso.date('请选择考察日期').nullable(),
    articles: z.record(z.string(), Article),
    fileKeys: z.array(z.string()).max(30, '现场照片不超过30张').default([]),
  }),
  answer: done,
})

export const saveReport = endpoint({
  method: 'put',
  path: `${base}/units/{submissionId}`,
  summary: '考察：保存整体考察报告',
  params: ofUnit,
  body: z.object({ report: Article, fileKeys: z.array(z.string()).max(20).default([]) }),
  answer: done,
})

/** 报送: the unit's candidates' materials and its report together. */
export const handIn = endpoint({
  method: 'post',
  path: `${base}/units/{submissionId}/hand-in`,
  summary: '考察：报送考察材料',
  params: ofUnit,
  answer: z.object({ findings: z.array(findingView) }),
})

/** 退回: the organiser opens a unit's part again, and says what is to be changed. */
export const returnInspection = endpoint({
  method: 'post',
  path: `${base}/units/{submissionId}/return`,
  summary: '考察：退回考察材料',
  params: ofUnit,
  body: z.object({ comment: z.string().trim().min(1, '请写明要修改什么').max(1000) }),
  answer: done,
})

/** The unit writes why a rule that asks for a reason is not kept (考察材料明显偏短、未能按期实地考察). */
export const giveReason = endpoint({
  method: 'put',
  path: `${base}/nominees/{nominationId}/reasons`,
  summary: '考察：情况说明',
  params: ofNominee,
  body: z.object({ rule: z.string(), text: z.string().trim().min(1, '请写明理由').max(1000) }),
  answer: done,
})
