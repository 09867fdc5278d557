import { z } from 'zod'
import { Article, type FormDefinition } from '#kernel/forms/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { findingView } from '../../../shared/api/nominations.ts'

const stage = z.object({ id: z.coerce.number(), stage: z.string() })
const ofNominee = stage.extend({ nominationId: z.coerce.number() })
const base = '/api/selection/campaigns/{id}/stages/{stage}/review'
const done = z.object({ ok: z.literal(true) })

export const checklistAnswer = z.object({
  item: z.string(),
  answer: z.enum(['yes', 'no']),
  note: z.string().max(500, '说明不超过500字').optional(),
})
const checklistItem = z.object({ key: z.string(), title: z.string(), text: z.string(), evidence: z.array(z.string()) })
const criterion = z.object({
  key: z.string(),
  name: z.string(),
  weight: z.number(),
  max: z.number(),
  text: z.string().optional(),
})
const seat = z.object({
  expertId: z.number(),
  state: z.enum(['none', 'draft', 'final', 'recused']),
  total: z.number().nullable(),
  reason: z.string().nullable(),
})
const outcome = z.enum(['pending', 'pass', 'out', 'suspended'])

/** The organiser's board: names × experts, means, spreads, places; checklists and how far they are. */
export const getReview = endpoint({
  method: 'get',
  path: base,
  summary: '评审：进度、评分汇总',
  params: stage,
  answer: z.object({
    method: z.enum(['check', 'score', 'both']),
    blind: z.boolean(),
    mean: z.enum(['all', 'dropExtremes']),
    spreadWarning: z.number().nullable(),
    least: z.number().nullable(),
    criteria: z.array(criterion),
    experts: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        unitName: z.string(),
        phone: z.string().nullable(),
        postId: z.number().nullable(),
        finals: z.number(),
        due: z.number(),
      }),
    ),
    rows: z.array(
      z.object({
        nominationId: z.number(),
        name: z.string(),
        category: z.string(),
        categoryName: z.string(),
        unitId: z.number(),
        unitName: z.string(),
        submissionId: z.number(),
        rank: z.number().nullable(),
        outcome,
        reason: z.string().nullable(),
        returned: z.boolean(),
        answered: z.number(),
        items: z.number(),
        refused: z.number(),
        seats: z.array(seat),
        scores: z.number(),
        mean: z.number().nullable(),
        spread: z.number().nullable(),
        wide: z.boolean(),
        place: z.number().nullable(),
        tied: z.boolean(),
      }),
    ),
    units: z.array(
      z.object({
        submissionId: z.number(),
        unitName: z.string(),
        items: z.array(checklistItem),
        answers: z.array(checklistAnswer),
      }),
    ),
  }),
})

/** 评分汇总表, one sheet a category. */
export const exportScores = endpoint({
  method: 'get',
  path: `${base}/scores.xlsx`,
  summary: '评审：导出评分汇总表',
  params: stage,
  answer: z.any(),
})

/** One nominee before the organiser: the form and texts, the conditions to answer, what the rules found. */
export const getReviewed = endpoint({
  method: 'get',
  path: `${base}/nominees/{nominationId}`,
  summary: '评审：材料与审核清单',
  params: ofNominee,
  answer: z.object({
    nominationId: z.number(),
    name: z.string(),
    category: z.string(),
    categoryName: z.string(),
    unitName: z.string(),
    unitClass: z.string(),
    submissionId: z.number(),
    outcome,
    reason: z.string().nullable(),
    form: z.custom<FormDefinition>(),
    answers: z.record(z.string(), z.unknown()),
    articles: z.array(z.object({ key: z.string(), name: z.string(), article: Article })),
    items: z.array(checklistItem),
    checklist: z.array(checklistAnswer),
    findings: z.array(findingView),
  }),
})

export const answerChecklist = endpoint({
  method: 'put',
  path: `${base}/nominees/{nominationId}/checklist`,
  summary: '评审：逐条审核意见',
  params: ofNominee,
  body: z.object({ answers: z.array(checklistAnswer).max(200) }),
  answer: done,
})

export const answerUnitChecklist = endpoint({
  method: 'put',
  path: `${base}/units/{submissionId}/checklist`,
  summary: '评审：工作要求核对',
  params: stage.extend({ submissionId: z.coerce.number() }),
  body: z.object({ answers: z.array(checklistAnswer).max(200) }),
  answer: done,
})

/** 退回单个推荐对象: only this nominee opens again at its unit. */
export const returnNominee = endpoint({
  method: 'post',
  path: `${base}/nominees/{nominationId}/return`,
  summary: '评审：退回单个推荐对象',
  params: ofNominee,
  body: z.object({
    dueOn: z.iso.date('请选择重报期限'),
    items: z
      .array(z.object({ path: z.string().optional(), comment: z.string().trim().min(1, '请填写修改意见').max(1000) }))
      .min(1, '请至少写一条修改意见'),
  }),
  answer: done,
})

export const addExpert = endpoint({
  method: 'post',
  path: `${base}/experts`,
  summary: '评审：增加专家',
  params: stage,
  body: z.object({
    name: z.string().trim().min(1, '请填写专家姓名').max(50),
    unitName: z.string().trim().min(1, '请填写专家所在单位').max(120),
    unitId: z.number().optional(),
    phone: z
      .string()
      .trim()
      .regex(/^1\d{10}$/, '请填写11位手机号码')
      .optional(),
    postId: z.number().optional(),
  }),
  answer: z.object({ id: z.number() }),
})

export const removeExpert = endpoint({
  method: 'delete',
  path: `${base}/experts/{expertId}`,
  summary: '评审：撤下专家',
  params: stage.extend({ expertId: z.coerce.number() }),
  answer: done,
})

/** A link for an expert without an account; shown once. */
export const issueExpertSlip = endpoint({
  method: 'post',
  path: `${base}/experts/{expertId}/slip`,
  summary: '评审：生成评审链接',
  params: stage.extend({ expertId: z.coerce.number() }),
  body: z.object({ expiresAt: z.iso.datetime({ offset: true, message: '请选择链接有效期' }) }),
  answer: z.object({ link: z.string() }),
})
