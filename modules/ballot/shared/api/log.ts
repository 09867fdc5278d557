import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { hex32 } from '../document.ts'
import { ballotLeafSchema, issuedSchema } from '../leaf.ts'

const params = z.object({ slug: z.string() })
const place = z.coerce.number().int().min(0)

export const headSchema = z.object({
  size: z.int(),
  root: hex32,
  /** Real time of the signature. */
  time: z.string(),
  /** The signed note as witnesses get it. */
  note: z.string(),
  witnesses: z.array(z.object({ name: z.string(), sentAt: z.string().nullable() })),
})

export const proofSchema = z.object({ index: z.int(), size: z.int(), path: z.array(hex32), head: z.string() })

/** What became of a ballot, by its receipt's number (as typed: small letters, spaces and hyphens are as good). */
export const checkReceipt = endpoint({
  method: 'get',
  path: '/api/ballot/receipts/{number}',
  summary: '查验回执',
  params: z.object({ number: z.string().max(60) }),
  answer: z.discriminatedUnion('state', [
    /** Not in a signed log: mistyped, never given, or given less than a minute ago. */
    z.object({ state: z.literal('unknown'), number: z.string().nullable() }),
    z.object({
      state: z.enum(['standing', 'superseded', 'void']),
      number: z.string(),
      slug: z.string(),
      title: z.string(),
      fingerprint: hex32,
      leaf: ballotLeafSchema,
      proof: proofSchema,
      /** The later ballot of the same credential. */
      supersededBy: z.int().nullable(),
      void: z.object({ index: z.int(), code: z.string(), reason: z.string() }).nullable(),
    }),
  ]),
})

/** Signed heads, newest first. */
export const listHeads = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}/heads',
  summary: '已签名的树头',
  params,
  query: z.object({ before: place.optional() }),
  answer: z.object({ heads: z.array(headSchema), next: z.int().nullable() }),
})

export const getInclusion = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}/proofs/inclusion',
  summary: '包含证明（RFC 9162）',
  params,
  query: z.object({ index: place, size: place }),
  answer: z.object({ path: z.array(hex32) }),
})

export const getConsistency = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}/proofs/consistency',
  summary: '一致性证明（RFC 9162）',
  params,
  query: z.object({ first: place, second: place }),
  answer: z.object({ path: z.array(hex32) }),
})

/** Credentials issued up to and including the last whole day, so that outsiders can hold them against the close leaf. */
export const getIssued = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}/issued',
  summary: '每日领票数',
  params,
  answer: z.object({ until: z.string(), issued: z.array(issuedSchema) }),
})

/** The whole record as a file, record.jsonl; openings and result are in it once the result is published. */
export const getRecord = endpoint({
  method: 'get',
  path: '/api/ballot/elections/{slug}/record',
  summary: '下载投票记录',
  params,
  answer: z.any(),
})
