import { z } from 'zod'
import { noticeSummarySchema } from '#kernel/publicity/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { hex32, rulesSchema } from '../document.ts'
import { issuedSchema } from '../leaf.ts'
import { resultSchema } from '../record.ts'
import { phases, states } from '../states.ts'
import { headSchema } from './log.ts'

const params = z.object({ id: z.coerce.number().int() })
const done = z.object({ ok: z.literal(true) })
const instant = z.string()

export const witnessSchema = z.object({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['folder', 'post']),
  address: z.string().trim().min(1).max(500),
})

export const deskBrief = z.object({
  id: z.int(),
  slug: z.string(),
  title: z.string(),
  unitName: z.string(),
  state: z.enum(states),
  phase: z.enum(phases),
  opensAt: instant,
  closesAt: instant,
})

/** Elections of the actor's unit and below it. */
export const listDeskElections = endpoint({
  method: 'get',
  path: '/api/ballot/desk/elections',
  summary: '网上评议（工作台）',
  answer: z.object({ elections: z.array(deskBrief), permissions: z.object({ create: z.boolean() }) }),
})

export const createElection = endpoint({
  method: 'post',
  path: '/api/ballot/desk/elections',
  summary: '新建评议',
  body: z.object({ rules: rulesSchema, witnesses: z.array(witnessSchema).max(20).default([]) }),
  answer: z.object({ id: z.int() }),
})

export const turnoutSchema = z.object({
  /** Credentials issued, for each key of the document. */
  issued: z.array(issuedSchema),
  /** Ballots in the log, changed ones included, and accepted ones on their way into it. */
  logged: z.int(),
  waiting: z.int(),
  /** How the log grew: size at a signed head, real time; at most 200 points. */
  growth: z.array(z.object({ at: instant, ballots: z.int() })),
  lastHead: headSchema.nullable(),
})

export const proposalSchema = z.object({
  id: z.int(),
  leaf: z.int(),
  reason: z.string(),
  note: z.string(),
  proposedAs: z.string(),
  proposedAt: instant,
  decision: z.enum(['approved', 'rejected']).nullable(),
  decidedAs: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** Proposed by whoever asks, who therefore cannot decide. */
  own: z.boolean(),
})

export const auditSchema = z.object({
  id: z.int(),
  auditedAs: z.string(),
  auditedAt: instant,
  findings: z.array(z.object({ rule: z.string(), message: z.string() })),
})

/** Everything a desk page of an election shows. Turnout never says for whom; the result is there once it is final. */
export const getDeskElection = endpoint({
  method: 'get',
  path: '/api/ballot/desk/elections/{id}',
  summary: '一次评议的办理情况',
  params,
  answer: deskBrief.extend({
    rules: rulesSchema,
    witnesses: z.array(witnessSchema),
    census: z.int(),
    fingerprint: hex32.nullable(),
    now: instant,
    checklist: z.array(z.object({ key: z.string(), state: z.enum(['done', 'warn', 'block']), message: z.string() })),
    turnout: turnoutSchema.nullable(),
    /** What the identity side saw while the vote runs; it may delay a code and never touches a ballot. */
    signals: z.object({ codes: z.int(), range: z.int(), burst: z.int(), comments: z.int() }),
    proposals: z.array(proposalSchema),
    audits: z.array(auditSchema),
    /** 投票公告 and 结果公告, each newest version first. */
    announcements: z.array(noticeSummarySchema),
    result: resultSchema.nullable(),
    permissions: z.object({
      edit: z.boolean(),
      freeze: z.boolean(),
      announce: z.boolean(),
      close: z.boolean(),
      review: z.boolean(),
      finish: z.boolean(),
      audit: z.boolean(),
      publish: z.boolean(),
      moderate: z.boolean(),
    }),
  }),
})

export const saveRules = endpoint({
  method: 'put',
  path: '/api/ballot/desk/elections/{id}/rules',
  summary: '保存评议规则',
  params,
  body: z.object({ rules: rulesSchema, witnesses: z.array(witnessSchema).max(20).optional() }),
  answer: done,
})

/** The list of voters from an Excel file, sent as the body: columns 手机号码 and 分组. It replaces the one before. */
export const importCensus = endpoint({
  method: 'put',
  path: '/api/ballot/desk/elections/{id}/census',
  summary: '导入投票人名册',
  params,
  answer: z.object({ listed: z.int(), groups: z.array(z.object({ key: z.string(), count: z.int() })) }),
})

export const censusTemplate = endpoint({
  method: 'get',
  path: '/api/ballot/desk/elections/{id}/census/template',
  summary: '投票人名册模板',
  params,
  answer: z.any(),
})

/** 签发: rules and candidates are frozen for good. */
export const freezeElection = endpoint({
  method: 'post',
  path: '/api/ballot/desk/elections/{id}/freeze',
  summary: '冻结规则与候选名单',
  params,
  body: z.object({ algorithm: z.enum(['ed25519', 'sm2']).default('ed25519') }),
  answer: z.object({ fingerprint: hex32 }),
})

/** 拟稿 of 投票公告 from the frozen rules, of 结果公告 from the published result; checked and issued as every notice is. */
export const draftAnnouncement = endpoint({
  method: 'post',
  path: '/api/ballot/desk/elections/{id}/announcement',
  summary: '拟投票公告；公布以后拟结果公告',
  params,
  body: z.object({}),
  answer: z.object({ noticeId: z.int() }),
})

/** Closes once the window has ended, and puts every last ballot into the log. The sweep does the same by itself. */
export const closeElection = endpoint({
  method: 'post',
  path: '/api/ballot/desk/elections/{id}/close',
  summary: '截止并入账',
  params,
  body: z.object({}),
  answer: done,
})

export const suspicions = ['pattern', 'subnet', 'minute'] as const
export const suspicionNames: Record<(typeof suspicions)[number], string> = {
  pattern: '短时间内大量相同选择',
  subnet: '短时间内大量来自同一网段',
  minute: '一分钟内选票异常集中',
}

/** What the ballot side looks odd by, for people to judge. It never says who was chosen. */
export const reviewBallots = endpoint({
  method: 'get',
  path: '/api/ballot/desk/elections/{id}/review',
  summary: '异常选票核查',
  params,
  answer: z.object({
    suspicions: z.array(
      z.object({
        kind: z.enum(suspicions),
        from: instant,
        to: instant,
        count: z.int(),
        /** Standing ballots, by index; at most 500. */
        leaves: z.array(z.int()),
      }),
    ),
  }),
})

export const proposeVoids = endpoint({
  method: 'post',
  path: '/api/ballot/desk/elections/{id}/voids',
  summary: '提请作废',
  params,
  body: z.object({
    leaves: z.array(z.int().min(0)).min(1).max(500),
    reason: z.string(),
    note: z.string().trim().min(2).max(500),
  }),
  answer: done,
})

export const decideVoid = endpoint({
  method: 'post',
  path: '/api/ballot/desk/elections/{id}/voids/{proposalId}',
  summary: '批准或退回作废提请',
  params: params.extend({ proposalId: z.coerce.number().int() }),
  body: z.object({ approve: z.boolean() }),
  answer: done,
})

/** 定账: counts, signs the final head. */
export const finishElection = endpoint({
  method: 'post',
  path: '/api/ballot/desk/elections/{id}/finish',
  summary: '定账',
  params,
  body: z.object({}),
  answer: resultSchema,
})

/** Runs the verifier over the whole record and keeps what it says. */
export const auditElection = endpoint({
  method: 'post',
  path: '/api/ballot/desk/elections/{id}/audits',
  summary: '查验投票记录',
  params,
  body: z.object({}),
  answer: auditSchema.omit({ id: true, auditedAt: true, auditedAs: true }).extend({ ok: z.boolean(), leaves: z.int() }),
})

export const publishElection = endpoint({
  method: 'post',
  path: '/api/ballot/desk/elections/{id}/publish',
  summary: '公布结果',
  params,
  body: z.object({}),
  answer: done,
})

/** The record with everything that is settled, for auditors before the publication. */
export const getDeskRecord = endpoint({
  method: 'get',
  path: '/api/ballot/desk/elections/{id}/record',
  summary: '下载投票记录（查验用）',
  params,
  answer: z.any(),
})

export const listDeskComments = endpoint({
  method: 'get',
  path: '/api/ballot/desk/elections/{id}/comments',
  summary: '百姓评语审核',
  params,
  query: z.object({ state: z.enum(['waiting', 'shown', 'hidden']).default('waiting') }),
  answer: z.object({
    comments: z.array(
      z.object({ id: z.int(), candidate: z.int(), name: z.string(), words: z.string(), sentOn: z.string() }),
    ),
  }),
})

/** The comments that an officer has let through, an Excel row each with whom it is about: for the ceremony. */
export const exportComments = endpoint({
  method: 'get',
  path: '/api/ballot/desk/elections/{id}/comments.xlsx',
  summary: '下载百姓评语（表彰仪式用）',
  params,
  answer: z.any(),
})

export const decideComment = endpoint({
  method: 'put',
  path: '/api/ballot/desk/elections/{id}/comments/{commentId}',
  summary: '展示或不展示评语',
  params: params.extend({ commentId: z.coerce.number().int() }),
  body: z.object({ show: z.boolean() }),
  answer: done,
})

/** For a wall: how many came, how the log grows, never who leads. */
export const getBoard = endpoint({
  method: 'get',
  path: '/api/ballot/desk/elections/{id}/board',
  summary: '投票大屏',
  params,
  answer: z.object({
    title: z.string(),
    organiser: z.string(),
    phase: z.enum(phases),
    opensAt: instant,
    closesAt: instant,
    now: instant,
    fingerprint: hex32.nullable(),
    groups: z.array(z.object({ key: z.string(), name: z.string(), issued: z.int() })),
    turnout: turnoutSchema.nullable(),
    result: resultSchema.nullable(),
    rules: rulesSchema.pick({ categories: true, groups: true }).nullable(),
  }),
})
