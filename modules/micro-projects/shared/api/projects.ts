import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { briefSchema, completionSchema } from '../brief.ts'
import { plaqueKeys } from '../plaques.ts'
import { programmeSchema } from '../programme.ts'
import { stateKeys, stepKeys } from '../states.ts'

const base = '/api/micro/projects'
const params = z.object({ id: z.coerce.number().int() })
const done = z.object({ ok: z.literal(true) })
const fen = z.int().min(0)
const state = z.enum(stateKeys)

export const finding = z.object({
  path: z.string().optional(),
  severity: z.string().optional(),
  message: z.string(),
  rule: z.string().optional(),
})

const line = z.object({
  kind: z.string().min(1, '请选择开支类别').max(40),
  item: z.string().trim().min(1, '请填写开支项目').max(60, '不超过60字'),
  quantity: z.string().trim().max(40, '不超过40字').default(''),
  fen: z.int().min(1, '请填写金额').max(100_000_000, '金额过大，请核对'),
})
export type BudgetLine = z.output<typeof line>

const brief = z.object({
  id: z.number(),
  code: z.string(),
  title: z.string(),
  villageName: z.string(),
  leadName: z.string(),
  state,
  askedFen: fen,
  approvedFen: fen.nullable(),
  spentFen: fen,
  households: z.int(),
  revision: z.int(),
  changedAt: z.string(),
  /** The next step is this person's to take. */
  mine: z.boolean(),
})
export type ProjectBrief = z.output<typeof brief>

const filter = z.object({
  state: state.optional(),
  unitId: z.coerce.number().int().optional(),
  programmeId: z.coerce.number().int().optional(),
  words: z.string().trim().max(60).optional(),
  mine: z.literal('1').optional(),
})

/** Projects that the actor follows: those that wait for him first when he asks for them. */
export const listProjects = endpoint({
  method: 'get',
  path: base,
  summary: '微实事项目列表',
  query: filter.extend({ after: z.coerce.number().int().optional() }),
  answer: z.object({
    rows: z.array(brief),
    total: z.int(),
    next: z.number().nullable(),
    /** How many stand in each state. */
    counts: z.record(z.string(), z.int()),
  }),
})

/** The list as it is filtered, as a sheet of Excel. */
export const exportProjects = endpoint({
  method: 'get',
  path: `${base}.xlsx`,
  summary: '导出微实事项目列表',
  query: filter,
  answer: z.any(),
})

/** What one may begin with: programmes that run, villages and members to choose from. */
export const startingPoints = endpoint({
  method: 'get',
  path: '/api/micro/start',
  summary: '申报微实事：可选的活动、村（社区）和牵头人',
  answer: z.object({
    programmes: z.array(z.object({ id: z.number(), unitName: z.string(), programme: programmeSchema })),
    villages: z.array(z.object({ id: z.number(), name: z.string() })),
    members: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        villageId: z.number(),
        party: z.boolean(),
        representative: z.boolean(),
        mine: z.boolean(),
      }),
    ),
    /** Programmes that come with the product, for whoever may start a year from one. */
    shipped: z.array(programmeSchema),
    permissions: z.object({ propose: z.boolean(), manage: z.boolean() }),
  }),
})

const draft = z.object({
  title: z.string().trim().max(60, '项目名称不超过60字'),
  place: z.string().trim().max(100, '地点不超过100字').default(''),
  organiser: z.enum(['members', 'village', 'district']).default('members'),
  brief: briefSchema.partial(),
  lines: z.array(line).max(30, '预算不超过30行'),
})
export type DraftInput = z.input<typeof draft>

/** Begins a draft; asked again under one Idempotency-Key, as a telephone without a reply does, it is the same draft. */
export const createProject = endpoint({
  method: 'post',
  path: base,
  summary: '申报微实事：新建草稿',
  body: draft.extend({
    programmeId: z.number(),
    leadId: z.number({ error: '请选择牵头人' }),
    title: z.string().trim().min(1, '请填写项目名称').max(60, '项目名称不超过60字'),
  }),
  answer: z.object({ id: z.number() }),
})

export const saveProject = endpoint({
  method: 'put',
  path: `${base}/{id}`,
  summary: '申报微实事：保存草稿',
  params,
  body: draft.extend({ revision: z.int() }),
  answer: z.object({ revision: z.int(), findings: z.array(finding) }),
})

const person = z.object({
  step: z.string(),
  stepName: z.string(),
  outcome: z.enum(['pass', 'return', 'reject', 'end']),
  actorName: z.string(),
  postTitle: z.string(),
  comment: z.string(),
  at: z.string(),
})

export const getProject = endpoint({
  method: 'get',
  path: `${base}/{id}`,
  params,
  answer: brief.extend({
    programme: programmeSchema,
    place: z.string(),
    organiser: z.enum(['members', 'village', 'district']),
    brief: briefSchema.partial(),
    /** As the form prints it; null while an element is missing. */
    paragraph: z.string().nullable(),
    lines: z.array(line),
    revision: z.int(),
    completion: completionSchema.nullable(),
    acceptance: z.object({ text: z.string() }).nullable(),
    notice: z
      .object({
        id: z.number(),
        code: z.string(),
        state: z.string(),
        status: z.string(),
        returnComment: z.string().nullable(),
      })
      .nullable(),
    postedOn: z.string().nullable(),
    mayAcceptOn: z.string().nullable(),
    plaque: z.object({ textKey: z.enum(plaqueKeys), orderedAt: z.string(), hungOn: z.string().nullable() }).nullable(),
    /** The plaque for the kind of its lead, chosen beforehand. */
    plaqueFits: z.enum(plaqueKeys),
    findings: z.array(finding),
    history: z.array(person),
    permissions: z.object({
      edit: z.boolean(),
      submit: z.boolean(),
      withdraw: z.boolean(),
      /** The step that waits for this person. */
      step: z.enum(stepKeys).nullable(),
      complete: z.boolean(),
      publish: z.boolean(),
      approveNotice: z.boolean(),
      issueNotice: z.boolean(),
      post: z.boolean(),
      plaque: z.boolean(),
      hang: z.boolean(),
      end: z.boolean(),
      works: z.boolean(),
      checks: z.boolean(),
      purse: z.boolean(),
    }),
  }),
})
export type ProjectView = z.output<(typeof getProject)['answer']>

const act = <B extends z.ZodType>(name: string, summary: string, body: B) =>
  endpoint({ method: 'post', path: `${base}/{id}/${name}`, summary, params, body, answer: done })

const comment = z.string().trim().max(500, '不超过500字').default('')
/** As the page showed it to whoever decides: what was changed since is refused (409 `version.conflict`) and looked at first. */
const seen = { revision: z.int().optional() }

export const submitProject = act('submission', '提交村（社区）党组织', z.object({}))
export const withdrawProject = act('withdrawal', '撤回', z.object({}))

/** The next step of the chain by whoever it waits for; the amount is fixed, in fen, at its own step. */
export const takeStep = act(
  'steps',
  '审核微实事',
  z.object({
    step: z.enum(['secretary', 'office', 'leader', 'amount', 'committee']),
    ...seen,
    outcome: z.enum(['pass', 'return', 'reject']),
    comment,
    fen: z.int().positive('请填写核定金额').optional(),
  }),
)

/** 终止: an approved work that will not come to its end; its money goes back to those who signed. */
export const endProject = act(
  'end',
  '终止项目',
  z.object({ reason: z.string().trim().min(1, '请写明终止的原因').max(500, '不超过500字') }),
)

export const completeProject = act('completion', '登记完工', completionSchema)
/** Draws up the completion notice and sends it to the secretary and the office, who put it on the site. */
export const publishProject = act('notice', '送审完工公示', z.object({}))
export const approveNotice = act(
  'notice-approval',
  '审核完工公示',
  z.object({ ...seen, secrecyChecked: z.literal(true, '请先确认没有涉密和不宜公开的内容') }),
)
export const returnNotice = act(
  'notice-return',
  '退回完工公示',
  z.object({ comment: z.string().trim().min(1, '请写明要改什么').max(500) }),
)
export const issueNotice = act('notice-issue', '签发完工公示', z.object({}))
/** When the printed notice was put up at the service centre; its picture stands among the project's. */
export const postNotice = act('posting', '登记党群服务中心张贴', z.object({ postedOn: z.iso.date('请选择张贴日期') }))
export const fillAcceptance = act(
  'acceptance',
  '填报验收表',
  z.object({ text: z.string().trim().min(1, '请填写项目完成具体情况').max(1000, '不超过1000字') }),
)
export const orderPlaque = act('plaque', '登记制作标牌', z.object({ textKey: z.enum(plaqueKeys, '请选择标牌样式') }))
export const hangPlaque = act('plaque-hanging', '登记挂牌', z.object({ hungOn: z.iso.date('请选择挂牌日期') }))

const meeting = z.object({
  id: z.number(),
  heldOn: z.string(),
  attendees: z.string(),
  resolution: z.string(),
  /** The signed record as a file, where one was handed in. */
  minutesKey: z.string().nullable(),
  projects: z.array(z.object({ id: z.number(), title: z.string(), villageName: z.string(), passed: z.boolean() })),
})

export const listMeetings = endpoint({
  method: 'get',
  path: '/api/micro/programmes/{id}/meetings',
  params,
  answer: z.object({ meetings: z.array(meeting), waiting: z.array(brief) }),
})

const decision = z
  .object({ ...seen, projectId: z.number(), outcome: z.enum(['pass', 'reject']), comment })
  .refine(({ outcome, comment }) => outcome === 'pass' || comment !== '', {
    path: ['comment'],
    message: '请写明不同意的原因',
  })

/** The batch meeting: its record, and for each project whether it was approved. */
export const recordMeeting = endpoint({
  method: 'post',
  path: '/api/micro/programmes/{id}/meetings',
  summary: '登记党工委会议',
  params,
  body: z.object({
    heldOn: z.iso.date('请选择会议日期'),
    attendees: z.string().trim().min(1, '请填写参会人员').max(500),
    resolution: z.string().trim().min(1, '请填写会议决定').max(2000),
    fileKey: z.string().optional(),
    decisions: z.array(decision).min(1, '请至少选择一个项目').max(500),
  }),
  answer: z.object({ id: z.number() }),
})
