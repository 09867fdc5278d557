import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { base64url, hex32, modes } from '../document.ts'
import { choicesSchema, receiptSchema } from '../record.ts'
import { phone } from './phone.ts'

const params = z.object({ slug: z.string() })
const token = z.string().min(20).max(200)

/** Sends a code by text message. Where there is a risk, a question in words comes first; its answer goes with the next try. */
export const requestCode = endpoint({
  method: 'post',
  path: '/api/ballot/elections/{slug}/codes',
  summary: '发送投票验证码',
  params,
  body: z.object({ phone, challenge: z.object({ token: z.string().max(500), answer: z.string().max(20) }).optional() }),
  answer: z.discriminatedUnion('sent', [
    z.object({ sent: z.literal(true), validSeconds: z.int(), resendSeconds: z.int() }),
    z.object({ sent: z.literal(false), challenge: z.object({ token: z.string(), question: z.string() }) }),
  ]),
})

/** Shows that the telephone is the caller's; the token (30 minutes) is for the credential and comments, never for the ballot. */
export const admit = endpoint({
  method: 'post',
  path: '/api/ballot/elections/{slug}/admissions',
  summary: '核对验证码，取得领票资格',
  params,
  body: z.object({ phone, code: z.string().max(10), wechat: z.string().max(500).optional() }),
  answer: z.discriminatedUnion('admitted', [
    z.object({
      admitted: z.literal(true),
      token,
      group: z.string(),
      groupName: z.string(),
      /** A credential was issued before: only the same blinded request gets it again. */
      issued: z.boolean(),
    }),
    z.object({ admitted: z.literal(false), triesLeft: z.int() }),
  ]),
})

/**
 * The credential: the signature on what the browser blinded, or, in the weaker mode, on the serial itself. The same
 * request again gives the same signature; another one is refused with `ballot.issued`.
 */
export const issueCredential = endpoint({
  method: 'post',
  path: '/api/ballot/elections/{slug}/credentials',
  summary: '领取选票凭证（盲签名）',
  params,
  body: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('blind'), token, blinded: base64url.max(1500) }),
    z.object({ mode: z.literal('plain'), token, serial: hex32 }),
  ]),
  answer: z.object({ group: z.string(), mode: z.enum(modes), signature: base64url }),
})

/** Casts a ballot. Send it without cookies. The same ballot again gives the same leaf and number. */
export const castBallot = endpoint({
  method: 'post',
  path: '/api/ballot/elections/{slug}/ballots',
  summary: '投票',
  params,
  body: z.object({
    serial: hex32,
    group: z.string().max(60),
    mode: z.enum(modes),
    credential: base64url.max(1500),
    counter: z.int().min(0).max(100),
    salt: hex32,
    choices: choicesSchema,
  }),
  answer: receiptSchema,
})

export const commentLimit = 500

/** 百姓评语: kept apart from every ballot, read by an officer before anybody sees it. One for each voter and candidate. */
export const sendComment = endpoint({
  method: 'post',
  path: '/api/ballot/elections/{slug}/comments',
  summary: '留下评语',
  params,
  body: z.object({ token, candidate: z.int(), words: z.string().trim().min(2).max(commentLimit) }),
  answer: z.object({ ok: z.literal(true) }),
})
