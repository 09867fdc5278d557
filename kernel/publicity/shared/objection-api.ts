import { z } from 'zod'
import { fileSchema } from '#kernel/files/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import {
  type ObjectionChannel,
  type ObjectionOutcome,
  type ObjectionState,
  objectionChannels,
  objectionOutcomes,
  objectionStates,
} from './states.ts'

const keysOf = <K extends string>(labels: Record<K, string>) => Object.keys(labels) as [K, ...K[]]
const state = z.enum(keysOf<ObjectionState>(objectionStates))
const channel = z.enum(keysOf<ObjectionChannel>(objectionChannels))
const outcome = z.enum(keysOf<ObjectionOutcome>(objectionOutcomes))
const byId = z.object({ id: z.coerce.number().int().positive() })
const text = (max: number) => z.string().trim().normalize('NFC').max(max, `不超过${max}字`)
const phone = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})$/

/** An objection as it is handed in, on the public form or entered for someone (代录). */
export const newObjectionSchema = z
  .object({
    /** The name it is about; left out for the whole list. */
    itemKey: z.string().max(80).optional(),
    anonymous: z.boolean(),
    name: text(40).optional(),
    phone: text(20).optional(),
    words: text(5000).min(1, '请写明反映的情况'),
  })
  .superRefine(({ anonymous, name, phone: number, words }, check) => {
    const fault = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if (!anonymous && !name) fault('name', '实名反映请填写姓名，仅受理人员可见')
    if (!anonymous && !number) fault('phone', '请填写联系电话，以便核实和回复')
    if (!anonymous && number && !phone.test(number)) fault('phone', '电话号码不正确，请填手机号或带区号的座机')
    if (anonymous && words && [...words].length < 15)
      fault('words', '匿名反映须有具体线索（时间、地点、经过或证据），请再写具体一些')
  })
export type NewObjection = z.output<typeof newObjectionSchema>

const rowSchema = z.object({
  id: z.number(),
  receipt: z.string(),
  noticeId: z.number(),
  noticeTitle: z.string(),
  itemName: z.string(),
  channel,
  anonymous: z.boolean(),
  state,
  receivedAt: z.string(),
  /** The unit concerned has answered the points. */
  replied: z.boolean(),
})
export type ObjectionRow = z.output<typeof rowSchema>

/** The whole case: for the receiving unit's objection officers alone. */
export const objectionSchema = rowSchema.extend({
  objectorName: z.string().nullable(),
  objectorPhone: z.string().nullable(),
  words: z.string(),
  evidence: z.array(fileSchema),
  enteredBy: z.string().nullable(),
  concernedUnit: z.object({ id: z.number(), name: z.string() }).nullable(),
  points: z.string().nullable(),
  unitReply: z.string().nullable(),
  outcome: outcome.nullable(),
  conclusion: z.string().nullable(),
  publicReply: z.string().nullable(),
})
export type Objection = z.output<typeof objectionSchema>

/** What the unit concerned gets: the edited points, never who objected nor in which words. */
export const checkSchema = z.object({
  id: z.number(),
  noticeTitle: z.string(),
  itemName: z.string(),
  points: z.string(),
  pointsAt: z.string(),
  unitReply: z.string().nullable(),
  open: z.boolean(),
})
export type Check = z.output<typeof checkSchema>

const base = '/api/publicity/objections'
const done = z.object({ id: z.number(), state })

export const listObjections = endpoint({
  method: 'get',
  path: base,
  summary: '本单位受理的异议',
  query: z.object({
    state: state.optional(),
    noticeId: z.coerce.number().int().optional(),
    after: z.coerce.number().int().positive().optional(),
  }),
  answer: z.object({ rows: z.array(rowSchema), next: z.string().nullable() }),
})

export const getObjection = endpoint({ method: 'get', path: `${base}/{id}`, params: byId, answer: objectionSchema })

export const enterObjection = endpoint({
  method: 'post',
  path: '/api/publicity/notices/{id}/objections',
  summary: '代录来信、来电、来访的异议',
  params: byId,
  body: newObjectionSchema.safeExtend({
    channel: z.enum(['letter', 'call', 'visit'], '请选择来信、来电或来访'),
    evidence: z.array(z.string()).max(10, '附件不超过10个').default([]),
  }),
  answer: done.extend({ receipt: z.string() }),
})

export const readEvidence = endpoint({
  method: 'get',
  path: `${base}/{id}/evidence/{key}`,
  summary: '查看异议的证据附件',
  params: byId.extend({ key: z.string().max(64) }),
  query: z.object({ size: z.enum(['320', '1280']).optional(), download: z.literal('1').optional() }),
  answer: z.any(),
})

export const sendPoints = endpoint({
  method: 'put',
  path: `${base}/{id}/points`,
  summary: '把核查要点交有关单位（不含反映人和原话）',
  params: byId,
  body: z.object({
    unitId: z.number({ error: '请选择核查单位' }),
    points: text(2000).min(1, '请写明需要核查的事项'),
  }),
  answer: done,
})

export const concludeObjection = endpoint({
  method: 'post',
  path: `${base}/{id}/conclusion`,
  summary: '办结异议',
  params: byId,
  body: z.object({
    outcome: outcome,
    conclusion: text(2000).min(1, '请填写书面结论'),
    /** What the receipt shows; nothing about others. */
    publicReply: text(1000).optional(),
  }),
  answer: done,
})

export const listChecks = endpoint({
  method: 'get',
  path: '/api/publicity/checks',
  summary: '要求本单位核查的事项',
  query: z.object({ after: z.coerce.number().int().positive().optional() }),
  answer: z.object({ rows: z.array(checkSchema), next: z.string().nullable() }),
})

export const replyToCheck = endpoint({
  method: 'put',
  path: '/api/publicity/checks/{id}',
  summary: '答复核查事项',
  params: byId,
  body: z.object({ reply: text(3000).min(1, '请填写核查情况') }),
  answer: done,
})
