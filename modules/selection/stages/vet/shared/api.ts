import { z } from 'zod'
import { paperFormat } from '#kernel/documents/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const done = z.object({ ok: z.literal(true) })

/** A vetting: a stage of a campaign, at the organiser's level or, with `submissionId`, at one unit's. */
const vetting = {
  params: z.object({ id: z.coerce.number(), stage: z.string() }),
  query: z.object({ submissionId: z.coerce.number().optional() }),
}
const base = '/api/selection/campaigns/{id}/vetting/{stage}'
const ofRequest = z.object({ id: z.coerce.number() })
const request = '/api/selection/vet-requests/{id}'

/** Where one department stands on one name, in the words that everyone may see. */
export const verdicts = {
  unasked: '未征求',
  waiting: '未回复',
  none: '无异议',
  objection: '暂不宜推荐',
} as const
export type Verdict = keyof typeof verdicts

const opinionView = z.object({
  department: z.string(),
  requestId: z.number(),
  verdict: z.enum(['waiting', 'none', 'objection']),
  channel: z.enum(['online', 'paper']).nullable(),
  sealedOn: z.string().nullable(),
  /** Present only for the asking unit's officers and the department itself. */
  reason: z.string().optional(),
  conclusion: z.enum(['continue', 'stop']).nullable(),
  conclusionReason: z.string().optional(),
})

const departmentView = z.object({
  key: z.string(),
  name: z.string(),
  currentName: z.string().nullable(),
  note: z.string().nullable(),
  /** Asked only about names of certain sectors; one answer among them may be enough. */
  regulator: z.boolean(),
  requestId: z.number().nullable(),
  state: z.enum(['unasked', 'open', 'answered']),
  asked: z.number(),
  given: z.number(),
  dueOn: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  enteredBy: z.string().nullable(),
  remindedAt: z.string().nullable(),
  unit: z.object({ id: z.number(), name: z.string() }).nullable(),
  slip: z
    .object({ holder: z.string(), maskedPhone: z.string(), expiresAt: z.string(), opened: z.boolean() })
    .nullable(),
  /** The stamped sheet's scan, for the officers; for others only where it carries no objection. */
  scanKey: z.string().nullable(),
})

const nameView = z.object({
  nominationId: z.number(),
  name: z.string(),
  category: z.string(),
  categoryName: z.string(),
  unitName: z.string(),
  workplace: z.string(),
  post: z.string(),
  sector: z.string().nullable(),
})

/** 征求意见: names by departments, who has answered, what is to be concluded. */
export const getVetting = endpoint({
  method: 'get',
  path: base,
  summary: '征求意见情况',
  ...vetting,
  answer: z.object({
    campaignTitle: z.string(),
    title: z.string(),
    does: z.string().nullable(),
    state: z.enum(['waiting', 'open', 'closed']),
    dueOn: z.string().nullable(),
    asker: z.string(),
    letterNo: z.string().nullable(),
    departments: z.array(departmentView),
    names: z.array(nameView.extend({ opinions: z.array(opinionView) })),
    /** Departments that still owe answers, and names that nobody has been asked about yet. */
    waiting: z.number(),
    unasked: z.number(),
    sheets: z.array(z.object({ key: z.string(), name: z.string() })),
    permissions: z.object({ ask: z.boolean(), conclude: z.boolean() }),
  }),
})
export type Vetting = z.output<(typeof getVetting)['answer']>

/** Asks every department about every name; asked again, about those that came later. */
export const askDepartments = endpoint({
  method: 'post',
  path: `${base}/requests`,
  summary: '向各部门征求意见',
  ...vetting,
  body: z.object({
    dueOn: z.iso.date('请填写回复期限').optional(),
    letterNo: z.string().trim().max(60).optional(),
  }),
  answer: z.object({ requests: z.number(), names: z.number() }),
})

export const remindDepartments = endpoint({
  method: 'post',
  path: `${base}/reminders`,
  summary: '提醒尚未回复的部门',
  ...vetting,
  answer: z.object({
    reminded: z.array(z.string()),
    /** Neither a post nor a slip to send to: by telephone or on paper. */
    unreached: z.array(z.string()),
  }),
})

const objection = z.object({
  nominationId: z.number(),
  reason: z.string().trim().min(1, '有异议的请说明情况').max(2000, '不超过2000字'),
})

/** 代录: what stands on the stamped sheet; a name without an objection there is 无异议. */
export const enterPaper = endpoint({
  method: 'post',
  path: `${base}/paper`,
  summary: '代录盖章的征求意见表',
  ...vetting,
  body: z.object({
    fileKey: z.string().min(1, '请上传盖章的征求意见表'),
    sheets: z
      .array(
        z.object({
          requestId: z.number(),
          sealedOn: z.iso.date('请填写盖章日期'),
          objections: z.array(objection).default([]),
        }),
      )
      .min(1, '请至少选择一个已盖章的部门'),
  }),
  answer: done,
})

/** The annex as Word, with the names filled in and, once they are in, the departments that had nothing to object. */
export const downloadSheet = endpoint({
  method: 'get',
  path: `${base}/sheets/{sheet}`,
  summary: '下载征求意见汇总表（Word、PDF）',
  params: vetting.params.extend({ sheet: z.string() }),
  query: vetting.query.extend({ format: paperFormat.optional() }),
  answer: z.any(),
})

/** Names by departments as everyone may see them; reasons are no part of it, whoever asks. */
export const exportMatrix = endpoint({
  method: 'get',
  path: `${base}/matrix.xlsx`,
  summary: '导出征求意见情况',
  ...vetting,
  answer: z.any(),
})

/** Who answers for a department: a unit of the tree, whose posts with the role find it among their tasks. */
export const setRecipient = endpoint({
  method: 'put',
  path: `${request}/recipient`,
  summary: '指定由哪个单位回复',
  params: ofRequest,
  body: z.object({ unitId: z.number().nullable() }),
  answer: done,
})

/** Sends a person without an account a link by SMS; one sent again makes the earlier link useless. */
export const sendSlip = endpoint({
  method: 'post',
  path: `${request}/slip`,
  summary: '发送回复链接（手机验证码进入）',
  params: ofRequest,
  body: z.object({
    holder: z.string().trim().min(1, '请填写联系人姓名').max(50),
    unitName: z.string().trim().min(1, '请填写单位名称').max(120),
    phone: z.string().regex(/^1\d{10}$/, '请填写11位手机号'),
    validUntil: z.iso.date('请填写有效期'),
  }),
  answer: z.object({ link: z.string() }),
})

export const revokeSlip = endpoint({
  method: 'delete',
  path: `${request}/slip`,
  summary: '收回回复链接',
  params: ofRequest,
  answer: done,
})

/** What a department sees: the names it is asked about, and its own answers. */
export const getRequest = endpoint({
  method: 'get',
  path: request,
  summary: '部门回复页',
  params: ofRequest,
  answer: z.object({
    id: z.number(),
    campaignTitle: z.string(),
    title: z.string(),
    asker: z.string(),
    department: z.string(),
    letterNo: z.string().nullable(),
    dueOn: z.string().nullable(),
    state: z.enum(['open', 'answered']),
    closed: z.boolean(),
    noObjection: z.string(),
    names: z.array(
      nameView.extend({
        deeds: z.string(),
        opinion: z.enum(['none', 'objection']).nullable(),
        reason: z.string(),
        given: z.boolean(),
      }),
    ),
  }),
})
export type VetRequestPage = z.output<(typeof getRequest)['answer']>

/** Keeps the department's answers as it goes; they count once it has sent them. */
export const saveOpinions = endpoint({
  method: 'put',
  path: `${request}/opinions`,
  summary: '保存审查意见',
  params: ofRequest,
  body: z.object({
    opinions: z.array(
      z.object({
        nominationId: z.number(),
        opinion: z.enum(['none', 'objection']).nullable(),
        reason: z.string().max(2000, '不超过2000字').default(''),
      }),
    ),
  }),
  answer: done,
})

export const answerRequest = endpoint({
  method: 'post',
  path: `${request}/answer`,
  summary: '提交审查意见',
  params: ofRequest,
  answer: done,
})

/** An officer's written conclusion on an objection. */
export const concludeOpinion = endpoint({
  method: 'post',
  path: `${request}/conclusions`,
  summary: '对异议作出处理结论',
  params: ofRequest,
  body: z.object({
    nominationId: z.number(),
    conclusion: z.enum(['continue', 'stop']),
    reason: z.string().trim().min(1, '请写明处理结论和理由').max(2000),
  }),
  answer: done,
})
