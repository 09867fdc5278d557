import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { submissionReport } from '../particulars.ts'
import { findingView } from './nominations.ts'
import { id } from './plans.ts'

const base = '/api/selection/submissions/{id}'
const done = z.object({ ok: z.literal(true) })
const item = z.object({
  nominationId: z.number().nullable(),
  path: z.string().optional(),
  comment: z.string().trim().min(1, '请写明要修改什么').max(1000),
})

const nominationRow = z.object({
  id: z.number(),
  category: z.string(),
  name: z.string(),
  rank: z.number().nullable(),
  state: z.string(),
  origin: z.string(),
  originUnit: z.string(),
  blocks: z.number(),
  warnings: z.number(),
  editedBy: z.string().nullable(),
  editedAt: z.string(),
})

const choice = z.object({ key: z.string(), name: z.string() })

/** What the plan asks of the unit beside its nominees: the part of the frozen plan that its workplace needs. */
const submissionAsks = z.object({
  /** The report's headings; empty where the plan wants no report. */
  report: z.object({ name: z.string(), sections: z.array(z.string()), note: z.string().nullable() }).nullable(),
  materials: z.array(choice.extend({ required: z.boolean(), clause: z.string() })),
  notice: z
    .object({
      workdays: z.number(),
      countPublishDay: z.boolean(),
      levels: z.array(choice),
      media: z.array(z.string()),
      runningAllowed: z.boolean(),
    })
    .nullable(),
  meeting: z.object({ body: z.string() }).nullable(),
  ranked: z.boolean(),
  /** The plan takes 群众自荐、举荐 and the unit's clerk deals with those sent to it. */
  selfRecommendations: z.boolean(),
  /** Fields that a 退回修改 can point at, by category. */
  fields: z.record(z.string(), z.array(z.object({ path: z.string(), label: z.string() }))),
  /** Units directly below that are not asked yet, for whoever fills in. */
  invitable: z.array(z.object({ id: z.number(), name: z.string() })),
  lateAllowed: z.boolean(),
})
export type SubmissionAsks = z.output<typeof submissionAsks>

/** A unit's workplace in a campaign: quota, list, local notice, report, what was returned. */
export const getSubmission = endpoint({
  method: 'get',
  path: base,
  summary: '推荐单位的填报情况',
  params: id,
  answer: z.object({
    id: z.number(),
    campaignId: z.number(),
    campaignTitle: z.string(),
    shortTitle: z.string(),
    unitId: z.number(),
    unitName: z.string(),
    unitClass: z.string(),
    state: z.string(),
    dueOn: z.string().nullable(),
    returnDueOn: z.string().nullable(),
    lateUntil: z.string().nullable(),
    latestPublishOn: z.string().nullable(),
    categories: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        min: z.number(),
        max: z.number().nullable(),
        basis: z.string(),
        countsAuto: z.boolean(),
      }),
    ),
    nominations: z.array(nominationRow),
    localNotices: z.array(
      z.object({
        id: z.number(),
        medium: z.string(),
        mediaLevel: z.string(),
        url: z.string().nullable(),
        fileKeys: z.array(z.string()),
        publishedOn: z.string(),
        workdays: z.number(),
        lastDay: z.string(),
        nominationIds: z.array(z.number()),
        running: z.boolean(),
      }),
    ),
    report: submissionReport,
    /** Counts each save of the report; a page that holds an older one gets both. */
    reportRevision: z.number(),
    notes: z.array(
      z.object({
        nominationId: z.number().nullable(),
        path: z.string().nullable(),
        comment: z.string(),
        dueOn: z.string().nullable(),
        at: z.string(),
        settled: z.boolean(),
      }),
    ),
    below: z.array(
      z.object({
        id: z.number(),
        unitId: z.number(),
        unitName: z.string(),
        state: z.string(),
        nominations: z.number(),
      }),
    ),
    stages: z.array(z.object({ key: z.string(), kind: z.string(), title: z.string(), dueOn: z.string().nullable() })),
    asks: submissionAsks,
    /** How many seals and papers are promised by a date (待补章), over all nominees and the unit's own papers. */
    promised: z.number(),
    permissions: z.object({
      own: z.boolean(),
      fill: z.boolean(),
      receive: z.boolean(),
      /** Whether it can still be given back: not once the list is voted on, publicised or decided. */
      giveBack: z.boolean(),
      unlock: z.boolean(),
      /** Whether the unit's own vetting may be looked at: until the list is handed in, by the unit alone. */
      vetting: z.boolean(),
    }),
  }),
})

export const checkSubmission = endpoint({
  method: 'get',
  path: `${base}/findings`,
  summary: '上报前检查',
  params: id,
  answer: z.object({ findings: z.array(findingView), blocking: z.number() }),
})

export const rankNominations = endpoint({
  method: 'put',
  path: `${base}/ranking`,
  summary: '排序',
  params: id,
  body: z.object({ category: z.string(), ids: z.array(z.number()) }),
  answer: done,
})

export const saveReport = endpoint({
  method: 'put',
  path: `${base}/report`,
  summary: '保存推荐情况报告',
  params: id,
  body: z.object({ revision: z.number(), report: submissionReport }),
  answer: done.extend({ revision: z.number() }),
})

export const addLocalNotice = endpoint({
  method: 'post',
  path: `${base}/local-notices`,
  summary: '登记本单位公示',
  params: id,
  body: z.object({
    medium: z.string().trim().min(1, '请填写在哪里公示').max(200),
    mediaLevel: z.string().min(1, '请选择媒体级别'),
    url: z.url('网址不完整').optional(),
    fileKeys: z.array(z.string()).default([]),
    publishedOn: z.iso.date('请选择公示发布日期'),
    nominationIds: z.array(z.number()).min(1, '请选择列入公示的推荐对象'),
  }),
  answer: z.object({ id: z.number(), lastDay: z.string() }),
})

export const removeLocalNotice = endpoint({
  method: 'delete',
  path: `${base}/local-notices/{noticeId}`,
  summary: '删除公示登记',
  params: id.extend({ noticeId: z.coerce.number() }),
  answer: done,
})

export const submit = endpoint({
  method: 'post',
  path: `${base}/submit`,
  summary: '上报',
  params: id,
  answer: z.object({ findings: z.array(findingView) }),
})

export const withdraw = endpoint({
  method: 'post',
  path: `${base}/withdraw`,
  summary: '撤回',
  params: id,
  answer: done,
})

export const accept = endpoint({ method: 'post', path: `${base}/accept`, summary: '接收', params: id, answer: done })

export const giveBack = endpoint({
  method: 'post',
  path: `${base}/return`,
  summary: '退回修改',
  params: id,
  body: z.object({ dueOn: z.iso.date('请选择重报期限'), items: z.array(item).min(1, '请至少写一条修改意见') }),
  answer: done,
})

export const unlockLate = endpoint({
  method: 'post',
  path: `${base}/late`,
  summary: '开通补报',
  params: id,
  body: z.object({ until: z.iso.datetime({ offset: true, message: '请选择补报截止时间' }) }),
  answer: done,
})

export const inviteUnit = endpoint({
  method: 'post',
  path: `${base}/below`,
  summary: '请下级单位推荐',
  params: id,
  body: z.object({
    unitId: z.number(),
    dueOn: z.iso.date().optional(),
    quota: z.record(z.string(), z.number().int().min(0)),
  }),
  answer: z.object({ id: z.number() }),
})
