import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { categorySchema, documentSchema, eligibilitySchema, hex32 } from '../document.ts'
import { resultSchema } from '../record.ts'
import { phases } from '../states.ts'

const params = z.object({ slug: z.string() })
const instant = z.string()

export const electionBrief = z.object({
  slug: z.string(),
  title: z.string(),
  organiser: z.string(),
  phase: z.enum(phases),
  opensAt: instant,
  closesAt: instant,
  fingerprint: hex32,
})

/** Elections the public may know of: frozen ones, newest first. */
export const listElections = endpoint({
  method: 'get',
  path: '/api/ballot/elections',
  summary: '网上评议列表',
  answer: z.object({ elections: z.array(electionBrief) }),
})

/** The ballot paper: everything a page needs to vote, without the long texts of deeds. */
export const getElection = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}',
  summary: '选票',
  params,
  answer: electionBrief.extend({
    effect: z.string(),
    /** The database's business clock, for the countdown. */
    serverTime: instant,
    groups: documentSchema.shape.groups,
    categories: z.array(
      categorySchema.extend({
        candidates: z.array(categorySchema.shape.candidates.element.omit({ deeds: true }).strip()),
      }),
    ),
    order: documentSchema.shape.order,
    changes: z.int(),
    eligibility: eligibilitySchema,
    keys: documentSchema.shape.keys,
    log: documentSchema.shape.log,
    /** WeChat's pages are connected, so that its account can be asked for. */
    wechatReady: z.boolean(),
  }),
})

/** The frozen document, byte for byte: its hash is the fingerprint. */
export const getDocument = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}/document',
  summary: '冻结的规则与候选名单',
  params,
  answer: z.any(),
})

/** The result, once it is published. */
export const getResult = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}/result',
  summary: '评议结果',
  params,
  answer: z.object({
    publishedAt: instant,
    result: resultSchema,
    /** The final head, as it stands in the notice. */
    head: z.string(),
    voidReasons: documentSchema.shape.voidReasons,
  }),
})

/** Comments that an officer has let through. */
export const listComments = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}/comments',
  summary: '百姓评语',
  params,
  query: z.object({ candidate: z.coerce.number().int().optional() }),
  answer: z.object({ comments: z.array(z.object({ candidate: z.int(), words: z.string() })) }),
})

/** Where to send a browser inside WeChat to be told its account; it comes back to the vote's page with `#wechat=…`. */
export const startWechat = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}/wechat',
  summary: '微信授权地址',
  params,
  answer: z.object({ location: z.string() }),
})

/** WeChat sends the browser here. */
export const returnFromWechat = endpoint({
  method: 'get',
  path: '/api/ballot/wechat',
  summary: '微信授权返回',
  query: z.object({ code: z.string().max(200).default(''), state: z.string().max(500).default('') }),
  answer: z.any(),
})
