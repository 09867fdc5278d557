import { z } from 'zod'
import { Article } from '#kernel/forms/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const base = '/api/selection/campaigns/{id}/stages/{stage}/acts'
const stage = z.object({ id: z.coerce.number(), stage: z.string() })
const ofAct = stage.extend({ actId: z.coerce.number() })
const done = z.object({ ok: z.literal(true) })
const made = z.object({ id: z.number() })

/** Both are needed for every named act, and stand in the record. */
const grounds = {
  reason: z.string().trim().min(1, '请写明理由').max(1000, '理由不超过1000字'),
  basis: z.string().trim().min(1, '请写明依据，如会议纪要、批示或方案条款').max(500, '依据不超过500字'),
}

export const owedItem = z.object({
  nominationId: z.number(),
  name: z.string(),
  stage: z.string(),
  title: z.string(),
  kind: z.string(),
})

const reserve = z.object({
  nominationId: z.number(),
  name: z.string(),
  category: z.string(),
  categoryName: z.string(),
  unitName: z.string(),
  rank: z.number().nullable(),
  /** Where it fell out, if it did. */
  lastStage: z.string().nullable(),
  reason: z.string().nullable(),
})

/** The stage's named acts, who could come in, and what newcomers still owe. */
export const listActs = endpoint({
  method: 'get',
  path: base,
  summary: '递补、增补、调整类别、撤下',
  params: stage,
  answer: z.object({
    allowed: z.array(z.enum(['succeed', 'add', 'move', 'remove'])),
    acts: z.array(
      z.object({
        id: z.number(),
        kind: z.enum(['succeed', 'add', 'move', 'remove']),
        nominationId: z.number(),
        name: z.string(),
        replaces: z.string().nullable(),
        fromCategory: z.string().nullable(),
        toCategory: z.string().nullable(),
        reason: z.string(),
        basis: z.string(),
        by: z.string().nullable(),
        at: z.string(),
        undone: z.boolean(),
        undoes: z.number().nullable(),
      }),
    ),
    categories: z.array(z.object({ key: z.string(), name: z.string() })),
    reserves: z.array(reserve),
    owed: z.array(owedItem),
  }),
})

export const succeed = endpoint({
  method: 'post',
  path: `${base}/succeed`,
  summary: '递补',
  params: stage,
  body: z.object({ nominationId: z.number(), replacesId: z.number(), ...grounds }),
  answer: made.extend({ owed: z.array(owedItem) }),
})

export const add = endpoint({
  method: 'post',
  path: `${base}/add`,
  summary: '增补',
  params: stage,
  body: z.object({ nominationId: z.number(), ...grounds }),
  answer: made.extend({ owed: z.array(owedItem) }),
})

/** What the organiser fills in to bring in somebody whom no unit has put up: the frozen plan with that category's form. */
export const getNewcomerForm = endpoint({
  method: 'get',
  path: `${base}/newcomer`,
  summary: '增补新的推荐对象：要填的表',
  params: stage,
  query: z.object({ submissionId: z.coerce.number(), category: z.string() }),
  answer: z.object({ plan: z.unknown(), unitClass: z.string(), recommender: z.string() }),
})

/** 增补 of somebody whom no unit has put up; the organiser fills in the form for the unit. */
export const bringNewcomer = endpoint({
  method: 'post',
  path: `${base}/newcomer`,
  summary: '增补新的推荐对象',
  params: stage,
  body: z.object({
    submissionId: z.number(),
    category: z.string(),
    answers: z.record(z.string(), z.unknown()),
    articles: z.record(z.string(), Article).default({}),
    ...grounds,
  }),
  answer: made.extend({ owed: z.array(owedItem) }),
})

/** What the form of another category would still ask of this nominee. */
export const previewMove = endpoint({
  method: 'get',
  path: `${base}/move`,
  summary: '调整类别：新类别的表还缺什么',
  params: stage,
  query: z.object({ nominationId: z.coerce.number(), toCategory: z.string() }),
  answer: z.object({
    fits: z.boolean(),
    missing: z.array(z.object({ path: z.string(), label: z.string(), message: z.string() })),
  }),
})

export const move = endpoint({
  method: 'post',
  path: `${base}/move`,
  summary: '调整类别',
  params: stage,
  body: z.object({
    nominationId: z.number(),
    toCategory: z.string(),
    /** Answers that the new category's form asks for besides. */
    answers: z.record(z.string(), z.unknown()).default({}),
    ...grounds,
  }),
  answer: made,
})

export const remove = endpoint({
  method: 'post',
  path: `${base}/remove`,
  summary: '撤下',
  params: stage,
  body: z.object({ nominationId: z.number(), ...grounds }),
  answer: made,
})

/** A counter-act: the pool stands again as before, and both stay in the record. */
export const undo = endpoint({
  method: 'post',
  path: `${base}/{actId}/undo`,
  summary: '撤销动议',
  params: ofAct,
  body: z.object(grounds),
  answer: made,
})

/** A newcomer has made up what it missed: the paper that shows it. */
export const settleOwed = endpoint({
  method: 'post',
  path: `${base}/owed`,
  summary: '登记补办',
  params: stage,
  body: z.object({
    nominationId: z.number(),
    stage: z.string(),
    note: z.string().trim().min(1, '请写明何时、如何补办').max(500),
    fileKeys: z.array(z.string()).max(20).default([]),
  }),
  answer: done,
})
