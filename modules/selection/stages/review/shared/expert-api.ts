import { z } from 'zod'
import { Article, type FormDefinition } from '#kernel/forms/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const ofExpert = z.object({ expertId: z.coerce.number() })
const ofNominee = ofExpert.extend({ nominationId: z.coerce.number() })
const base = '/api/selection/review-seats'
const done = z.object({ ok: z.literal(true) })

const seatState = z.enum(['none', 'draft', 'final', 'recused'])

/** The panels at which this expert sits, by post or by slip. */
export const mySeats = endpoint({
  method: 'get',
  path: base,
  summary: '专家评审：我的评审',
  answer: z.object({
    seats: z.array(
      z.object({
        expertId: z.number(),
        campaignTitle: z.string(),
        stageTitle: z.string(),
        dueOn: z.string().nullable(),
        open: z.boolean(),
        finals: z.number(),
        due: z.number(),
      }),
    ),
  }),
})

/** Whom the expert is to score. Where the plan hides names there are none in the answer. */
export const getSeat = endpoint({
  method: 'get',
  path: `${base}/{expertId}`,
  summary: '专家评审：待评名单',
  params: ofExpert,
  answer: z.object({
    expertId: z.number(),
    expert: z.string(),
    campaignTitle: z.string(),
    stageTitle: z.string(),
    dueOn: z.string().nullable(),
    open: z.boolean(),
    blind: z.boolean(),
    mayDeclare: z.boolean(),
    criteria: z.array(
      z.object({ key: z.string(), name: z.string(), weight: z.number(), max: z.number(), text: z.string().optional() }),
    ),
    nominees: z.array(
      z.object({
        nominationId: z.number(),
        label: z.string(),
        unitName: z.string().nullable(),
        category: z.string(),
        categoryName: z.string(),
        state: seatState,
        total: z.number().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
})

export const getSeatNominee = endpoint({
  method: 'get',
  path: `${base}/{expertId}/nominees/{nominationId}`,
  summary: '专家评审：材料和我的评分',
  params: ofNominee,
  answer: z.object({
    nominationId: z.number(),
    label: z.string(),
    unitName: z.string().nullable(),
    unitClass: z.string(),
    categoryName: z.string(),
    conditions: z.array(z.object({ key: z.string(), title: z.string(), text: z.string() })),
    form: z.custom<FormDefinition>(),
    answers: z.record(z.string(), z.unknown()),
    articles: z.array(z.object({ key: z.string(), name: z.string(), article: Article })),
    state: seatState,
    marks: z.record(z.string(), z.number().nullable()),
    comment: z.string(),
    total: z.number().nullable(),
    reason: z.string().nullable(),
  }),
})

/** Marks as typed; `final` ends it: what was handed in is not changed any more. */
export const saveMarks = endpoint({
  method: 'put',
  path: `${base}/{expertId}/nominees/{nominationId}/marks`,
  summary: '专家评审：评分',
  params: ofNominee,
  body: z.object({
    marks: z.record(z.string(), z.number().min(0, '分数不能小于0').nullable()),
    comment: z.string().max(1000, '评语不超过1000字').default(''),
    final: z.boolean().default(false),
  }),
  answer: z.object({ total: z.number().nullable(), state: seatState }),
})

/** 申请回避: the expert says why, and scores this one no more. */
export const declareConflict = endpoint({
  method: 'post',
  path: `${base}/{expertId}/nominees/{nominationId}/recusal`,
  summary: '专家评审：申请回避',
  params: ofNominee,
  body: z.object({ reason: z.string().trim().min(1, '请写明回避理由').max(300) }),
  answer: done,
})
