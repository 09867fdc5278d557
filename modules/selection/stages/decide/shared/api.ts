import { z } from 'zod'
import { fileSchema } from '#kernel/files/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const base = '/api/selection/campaigns/{id}/stages/{stage}/decision'
const params = z.object({ id: z.coerce.number().int().positive(), stage: z.string().max(48) })

export const decisionForms = { meeting: '会议', circulation: '传签', instruction: '批示' } as const
export type DecisionForm = keyof typeof decisionForms
const formSchema = z.enum(Object.keys(decisionForms) as [DecisionForm, ...DecisionForm[]])

/** What was changed by hand on the list: struck out, kept after all, or put off (缓议). */
const change = z.object({
  nominationId: z.number(),
  outcome: z.enum(['pass', 'out', 'suspended']),
  note: z.string().trim().min(1, '请写明改了什么、为什么').max(500),
})
export type HandwrittenChange = z.output<typeof change>

const recorded = z.object({
  form: formSchema,
  heldOn: z.string(),
  body: z.string(),
  attendees: z.string(),
  /** 请假 and 列席 of a meeting, and the number of its 纪要. */
  absent: z.string(),
  observers: z.string(),
  minutesNumber: z.string(),
  resolution: z.string(),
  changes: z.array(change),
  files: z.array(fileSchema),
  by: z.string().nullable(),
})
export type RecordedRound = z.output<typeof recorded>

const round = z.object({
  round: z.number(),
  name: z.string(),
  body: z.string(),
  forms: z.array(formSchema),
  result: z.string(),
  last: z.boolean(),
  recorded: recorded.nullable(),
})
export type RoundView = z.output<typeof round>

const total = z.object({
  category: z.string(),
  name: z.string(),
  awards: z.number().nullable(),
  pass: z.number(),
  pending: z.number(),
  suspended: z.number(),
  out: z.number(),
})

const tie = z.object({ categoryName: z.string(), score: z.string(), names: z.array(z.string()) })

export const getDecision = endpoint({
  method: 'get',
  path: base,
  summary: '审定：各轮会议、名额对照、并列',
  params,
  answer: z.object({
    rounds: z.array(round),
    totals: z.array(total),
    /** Equal scores across the line: only the meeting settles them. */
    ties: z.array(tie),
    warnings: z.array(z.string()),
    today: z.string(),
    permissions: z.object({ record: z.boolean() }),
  }),
})

export const recordRound = endpoint({
  method: 'put',
  path: `${base}/rounds/{round}`,
  summary: '登记一轮会议、传签或批示的结果',
  params: params.extend({ round: z.coerce.number().int().min(1).max(20) }),
  body: z.object({
    form: formSchema,
    heldOn: z.iso.date('请填写日期'),
    body: z.string().trim().min(1, '请填写会议或领导').max(200),
    attendees: z.string().trim().min(1, '请填写参加人员或签批人').max(2000),
    absent: z.string().trim().max(2000).default(''),
    observers: z.string().trim().max(2000).default(''),
    minutesNumber: z.string().trim().max(40).default(''),
    resolution: z.string().trim().min(1, '请填写结论').max(5000),
    files: z.array(z.string().max(64)).max(20).default([]),
    changes: z.array(change).max(2000).default([]),
    /** In the last round: everyone not named above is approved as proposed. */
    approveRest: z.boolean().default(false),
  }),
  answer: z.object({ ok: z.literal(true) }),
})

const paperName = z.object({
  nominationId: z.number(),
  no: z.number(),
  name: z.string(),
  unit: z.string(),
  post: z.string(),
  recommender: z.string(),
  rank: z.number().nullable(),
  score: z.string(),
  votes: z.number().nullable(),
  tied: z.boolean(),
  vetting: z.string(),
  objections: z.string(),
  brief: z.string(),
})
export type PaperName = z.output<typeof paperName>

export const getPapers = endpoint({
  method: 'get',
  path: `${base}/papers`,
  summary: '会议材料：请示代拟稿、大字名单、事迹、征求意见和异议情况',
  params,
  answer: z.object({
    request: z.object({
      title: z.string(),
      to: z.string(),
      paragraphs: z.array(z.string()),
      from: z.string(),
      date: z.string(),
    }),
    orderWords: z.string(),
    sections: z.array(z.object({ name: z.string(), awards: z.number().nullable(), names: z.array(paperName) })),
    hasScores: z.boolean(),
    hasVotes: z.boolean(),
    departments: z.array(z.object({ name: z.string(), asked: z.number(), answered: z.number(), objected: z.number() })),
    notices: z.array(
      z.object({ title: z.string(), days: z.string(), status: z.string(), objections: z.number(), open: z.number() }),
    ),
    warnings: z.array(z.string()),
    ties: z.array(tie),
  }),
})
