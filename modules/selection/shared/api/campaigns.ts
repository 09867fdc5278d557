import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { id } from './plans.ts'

const base = '/api/selection/campaigns'

const stageView = z.object({
  key: z.string(),
  kind: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'open', 'closed']),
  dueOn: z.string().nullable(),
  within: z.string().nullable(),
  pass: z.number(),
  pending: z.number(),
  out: z.number(),
  suspended: z.number(),
  target: z.number().nullable(),
})

export const listCampaigns = endpoint({
  method: 'get',
  path: base,
  summary: '本岗位能看到的推选',
  answer: z.object({
    campaigns: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        shortTitle: z.string(),
        organiser: z.string(),
        state: z.string(),
        stageTitle: z.string().nullable(),
        dueOn: z.string().nullable(),
        submissionId: z.number().nullable(),
      }),
    ),
  }),
})

/** The overview: the pool through the stages, and the units against quota and deadline. */
export const getCampaign = endpoint({
  method: 'get',
  path: `${base}/{id}`,
  summary: '推选总览',
  params: id,
  answer: z.object({
    id: z.number(),
    slug: z.string(),
    title: z.string(),
    shortTitle: z.string(),
    organiser: z.string(),
    state: z.string(),
    version: z.number(),
    planId: z.number(),
    hash: z.string(),
    current: z.string().nullable(),
    categories: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        shortName: z.string(),
        awards: z.number().nullable(),
        subject: z.string(),
      }),
    ),
    /** Whether the plan leaves out whom earlier lists name. */
    excludes: z.boolean(),
    stages: z.array(stageView),
    permissions: z.object({ run: z.boolean(), organise: z.boolean() }),
  }),
})

const unitRow = z.object({
  submissionId: z.number(),
  unitId: z.number(),
  unitName: z.string(),
  unitClass: z.string(),
  className: z.string(),
  state: z.string(),
  dueOn: z.string().nullable(),
  returnDueOn: z.string().nullable(),
  submittedAt: z.string().nullable(),
  lastDay: z.string().nullable(),
  counts: z.array(
    z.object({
      category: z.string(),
      max: z.number().nullable(),
      draft: z.number(),
      submitted: z.number(),
      returned: z.number(),
      accepted: z.number(),
    }),
  ),
  promisedSeals: z.number(),
  /** First and last day of the unit's own 公示, where it has recorded one. */
  notice: z.object({ from: z.string(), to: z.string(), running: z.boolean() }).nullable(),
  /** Findings that still stop its nominations; open drafts are counted, never named. */
  problems: z.number(),
})

/** By state, and the two that a reminder asks for: 未开始 (nothing filled in yet) and 待补章 (a seal promised). */
const unitFilters = ['open', 'submitted', 'returned', 'accepted', 'unstarted', 'drafting', 'promised'] as const

/** Units against quota and deadline, in official order, by keyset. */
export const listUnits = endpoint({
  method: 'get',
  path: `${base}/{id}/units`,
  summary: '各单位进度',
  params: id,
  query: z.object({
    state: z.enum(unitFilters).optional(),
    search: z.string().max(100).optional(),
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ rows: z.array(unitRow), next: z.string().nullable(), total: z.number() }),
})

/** What the list can be sorted by: `unit` is the official order of units, then rank; `name` is by strokes. */
export const listOrders = ['unit', 'name', 'category', 'score', 'state', 'submitted'] as const

/** The organiser's list: filtered, in official unit order then rank or by a column, by keyset with its exact total. */
export const listNominations = endpoint({
  method: 'get',
  path: `${base}/{id}/nominations`,
  summary: '推荐对象名单',
  params: id,
  query: z.object({
    category: z.string().optional(),
    state: z.enum(['submitted', 'returned', 'accepted']).optional(),
    unitId: z.coerce.number().optional(),
    search: z.string().max(100).optional(),
    order: z.enum(listOrders).default('unit'),
    direction: z.enum(['asc', 'desc']).default('asc'),
    /** `next` of the page before, in the same order. */
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        category: z.string(),
        unitId: z.number(),
        unitName: z.string(),
        rank: z.number().nullable(),
        /** Mean of the experts' scores handed in so far in the latest review. */
        score: z.number().nullable(),
        state: z.string(),
        warnings: z.number(),
        submittedAt: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
    total: z.number(),
  }),
})

export const getStage = endpoint({
  method: 'get',
  path: `${base}/{id}/stages/{stage}`,
  summary: '环节：名单、结果和还差什么',
  params: id.extend({ stage: z.string() }),
  answer: z.object({
    id: z.number(),
    key: z.string(),
    kind: z.string(),
    /** The stage within which every unit takes this step for itself. */
    within: z.string().nullable(),
    title: z.string(),
    state: z.string(),
    dueOn: z.string().nullable(),
    does: z.string().nullable(),
    clause: z.string().nullable(),
    settings: z.unknown(),
    record: z.record(z.string(), z.unknown()),
    targets: z.array(z.object({ category: z.string(), name: z.string(), count: z.number().nullable() })),
    categories: z.array(z.object({ key: z.string(), name: z.string() })),
    pool: z.array(
      z.object({
        nominationId: z.number(),
        name: z.string(),
        category: z.string(),
        unitId: z.number(),
        unitName: z.string(),
        rank: z.number().nullable(),
        outcome: z.enum(['pending', 'pass', 'out', 'suspended']),
        reason: z.string().nullable(),
      }),
    ),
    obstacles: z.array(
      z.object({
        severity: z.enum(['block', 'warning']),
        message: z.string(),
        nominationId: z.number().optional(),
        rule: z.string().optional(),
      }),
    ),
    permissions: z.object({ run: z.boolean() }),
  }),
})

export const judgePool = endpoint({
  method: 'post',
  path: `${base}/{id}/stages/{stage}/judgements`,
  summary: '给出本环节结果',
  params: id.extend({ stage: z.string() }),
  body: z.object({
    judgements: z
      .array(
        z.object({
          nominationId: z.number(),
          outcome: z.enum(['pending', 'pass', 'out', 'suspended']),
          reason: z.string().max(1000).optional(),
        }),
      )
      .min(1)
      .max(1000),
  }),
  answer: z.object({ ok: z.literal(true) }),
})

export const closeStage = endpoint({
  method: 'post',
  path: `${base}/{id}/stages/{stage}/close`,
  summary: '结束本环节，进入下一环节',
  params: id.extend({ stage: z.string() }),
  answer: z.object({ next: z.string().nullable() }),
})

export const myWork = endpoint({
  method: 'get',
  path: '/api/selection/my-work',
  summary: '我的待办',
  answer: z.object({
    tasks: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        detail: z.string(),
        dueOn: z.string().nullable(),
        link: z.string(),
        urgent: z.boolean(),
      }),
    ),
  }),
})
