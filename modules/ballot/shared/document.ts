import { z } from 'zod'

/** The election document: frozen rules, candidates and keys, as docs/ballot.md specifies it. */

const key = z.string().regex(/^[a-z0-9-]{1,60}$/, '只能用小写字母、数字和连字符，最多60个。')
const text = (max: number) => z.string().trim().min(1).max(max)
/** 'YYYY-MM-DDTHH:MM:SSZ' */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
export const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
export const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

export const candidateSchema = z.object({
  no: z.int().min(1).max(9999),
  name: text(100),
  unit: z.string().max(200),
  /** One or two sentences beside the name. */
  summary: z.string().max(500),
  /** 事迹, paragraphs parted by line feeds. */
  deeds: z.string().max(20_000),
  /** SHA-256 of the picture's file as the public is given it. */
  picture: hex32.nullable(),
})
export type Candidate = z.infer<typeof candidateSchema>

export const categorySchema = z.object({
  key,
  name: text(100),
  min: z.int().min(1),
  max: z.int().min(1),
  /** None at all may be chosen instead of min…max. */
  blank: z.boolean(),
  candidates: z.array(candidateSchema).min(1).max(1000),
})
export type Category = z.infer<typeof categorySchema>

export const eligibilitySchema = z.object({
  census: z.enum(['none', 'labels', 'required']),
  /** One WeChat account may be used by one telephone only. */
  wechat: z.boolean(),
  defaultGroup: key,
})

/** What the office writes before the freeze. */
export const rulesSchema = z.object({
  id: key,
  title: text(200),
  organiser: text(200),
  effect: text(500),
  hash: z.enum(['sha256', 'sm3']),
  opensAt: instant,
  closesAt: instant,
  groups: z
    .array(z.object({ key, name: text(50) }))
    .min(1)
    .max(20),
  categories: z.array(categorySchema).min(1).max(50),
  order: z.enum(['official', 'shuffled']),
  changes: z.int().min(0).max(100),
  eligibility: eligibilitySchema,
  voidReasons: z.array(z.object({ code: key, name: text(200) })).max(50),
  witnesses: z.array(text(100)).max(20),
})
export type Rules = z.infer<typeof rulesSchema>

export const modes = ['blind', 'plain'] as const
/** How a credential was signed: blind, or plainly for a browser that cannot blind (the weaker mode). */
export type Mode = (typeof modes)[number]

export const issuingKeySchema = z.object({ group: key, mode: z.enum(modes), key: base64url })
export type IssuingKey = z.infer<typeof issuingKeySchema>
export const logKeySchema = z.object({
  name: z.string().regex(/^[a-z0-9-]{1,80}$/),
  algorithm: z.enum(['ed25519', 'sm2']),
  key: base64url,
})

/** The frozen document: the office's rules with the keys made at the freeze. */
export const documentSchema = rulesSchema.extend({
  format: z.literal('shishi-ballot/1'),
  keys: z.array(issuingKeySchema).min(1),
  log: logKeySchema,
})
export type ElectionDocument = z.infer<typeof documentSchema>
