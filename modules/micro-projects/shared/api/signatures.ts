import { z } from 'zod'
import { personNameSchema, phoneSchema } from '#kernel/units/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { inkSchema } from '../ink.ts'
import { stateKeys } from '../states.ts'

const project = '/api/micro/projects/{id}'
const params = z.object({ id: z.coerce.number().int() })
const done = z.object({ ok: z.literal(true) })
const text = (max: number) => z.string().trim().max(max, `不超过${max}字`)
const reason = z.string().trim().min(1, '请写明原因').max(200, '原因不超过200字')

export const ways = { paper: '纸质签名（代录）', face: '当面签', link: '链接签名' } as const
export type Way = keyof typeof ways
const way = z.enum(['paper', 'face', 'link'])

export const householdInput = z
  .object({
    head: personNameSchema,
    door: text(60).default(''),
    phone: z.preprocess(given => (given === '' ? null : given), phoneSchema.nullable()).default(null),
  })
  .refine(({ door, phone }) => door !== '' || phone !== null, {
    path: ['door'],
    message: '请填写门牌号或联系电话，以便核对',
  })
export type HouseholdInput = z.output<typeof householdInput>

/** A household that is on the list, or one as it is written on the sheet. */
const householdRef = z.union([z.object({ id: z.int() }), householdInput])
export type HouseholdRef = z.output<typeof householdRef>

const household = z.object({
  id: z.number(),
  head: z.string(),
  /** Null where the reader has no need of it. */
  door: z.string().nullable(),
  /** Its middle hidden where the reader has no need of it; null where there is none. */
  phone: z.string().nullable(),
})

const signature = z.object({
  id: z.number(),
  /** Its place on the list, which findings name: 第3户. Null once taken back. */
  no: z.int().nullable(),
  household,
  way,
  /** Who typed a sheet in, or held the telephone; null of a link. */
  enteredBy: z.string().nullable(),
  at: z.string(),
  /** The telephone's own clock, where it was far off. */
  deviceAt: z.string().nullable(),
  ink: z.string().nullable(),
  sheetKey: z.string().nullable(),
  takenBack: z.object({ at: z.string(), reason: z.string() }).nullable(),
})
export type SignatureRow = z.output<typeof signature>

const member = z.object({
  id: z.number(),
  name: z.string(),
  party: z.boolean(),
  representative: z.boolean(),
  /** What is left of the year's allowance; null where the member has none, or the reader no need of it. */
  leftFen: z.int().min(0).nullable(),
})
const backing = z.object({
  member: member.extend({ phone: z.string().nullable() }),
  way: z.enum(['paper', 'face']),
  /** The sheet it stands on, for whoever checks it. */
  sheetKey: z.string().nullable(),
  enteredBy: z.string().nullable(),
  at: z.string(),
})
export type Backing = z.output<typeof backing>

export const getSignatures = endpoint({
  method: 'get',
  path: `${project}/signatures`,
  summary: '项目的群众户签名和党员、代表签名',
  params,
  answer: z.object({
    title: z.string(),
    state: z.enum(stateKeys),
    households: z.int(),
    minHouseholds: z.int(),
    signatures: z.array(signature),
    backings: z.array(backing),
    /** Members of the village who have not signed, for whoever may enter them. */
    members: z.array(member),
    links: z.array(z.object({ id: z.number(), household, expiresAt: z.string() })),
    permissions: z.object({ sign: z.boolean(), check: z.boolean() }),
  }),
})

export const getSigns = endpoint({
  method: 'get',
  path: `${project}/signatures/signs`,
  summary: '代签迹象（供核对人查看）',
  params,
  answer: z.object({
    findings: z.array(
      z.object({ path: z.string().optional(), severity: z.string(), message: z.string(), rule: z.string() }),
    ),
  }),
})

export const findHouseholds = endpoint({
  method: 'get',
  path: `${project}/households`,
  summary: '查找本村（社区）群众户',
  params,
  query: z.object({ words: text(60).default('') }),
  answer: z.object({ households: z.array(household.extend({ signed: way.nullable() })) }),
})

export const addHousehold = endpoint({
  method: 'post',
  path: `${project}/households`,
  summary: '登记一户群众',
  params,
  body: householdInput,
  answer: z.object({ id: z.number(), known: z.boolean() }),
})

export const correctHousehold = endpoint({
  method: 'put',
  path: '/api/micro/households/{id}',
  summary: '更正一户群众的门牌号、联系电话',
  params,
  body: householdInput,
  answer: done,
})

/** What the desk tells while the paper is at hand; what counts is read again after the sheet is entered. */
export const readNumbers = endpoint({
  method: 'get',
  path: `${project}/sheets/{key}`,
  summary: '读出签名表照片上的编号',
  params: params.extend({ key: z.string().max(64) }),
  answer: z.object({ numbers: z.array(z.string()), elsewhere: z.boolean() }),
})

export const signOnPaper = endpoint({
  method: 'post',
  path: `${project}/signatures/paper`,
  summary: '代录纸质签名表',
  params,
  body: z.object({
    sheetKey: z.string().min(1, '请上传签名表照片').max(64),
    households: z.array(householdRef).min(1, '请至少登记一户').max(60, '一次最多登记60户'),
  }),
  answer: z.object({ ids: z.array(z.number()) }),
})

const act = {
  ink: inkSchema,
  /** The telephone's clock, kept and never relied on. */
  deviceAt: z.iso.datetime({ offset: true }).optional(),
  /** The same for every try of one signature. */
  actKey: z.uuid(),
}
const signed = z.object({ id: z.number(), at: z.string() })

export const signFaceToFace = endpoint({
  method: 'post',
  path: `${project}/signatures/face`,
  summary: '当面签名',
  params,
  body: z.object({ household: householdRef, ...act }),
  answer: signed,
})

export const takeBackSignature = endpoint({
  method: 'post',
  path: '/api/micro/signatures/{id}/take-back',
  summary: '撤销一户签名',
  params,
  body: z.object({ reason }),
  answer: done,
})

export const addBackings = endpoint({
  method: 'post',
  path: `${project}/backings`,
  summary: '登记党员、代表签名',
  params,
  body: z
    .object({
      memberIds: z.array(z.int()).min(1, '请选择签名的党员、代表').max(200),
      /** Strokes where one member signs face to face. */
      ink: inkSchema.optional(),
      /** The photographed sheet on which they signed. */
      sheetKey: z.string().min(1).max(64).optional(),
    })
    .refine(({ ink, sheetKey }) => ink !== undefined || sheetKey !== undefined, {
      path: ['sheetKey'],
      message: '请上传有他们签名的签名表照片，或者请本人当面签名',
    }),
  answer: done,
})

export const takeBackBacking = endpoint({
  method: 'post',
  path: `${project}/backings/{memberId}/take-back`,
  summary: '撤销一名党员、代表的签名',
  params: params.extend({ memberId: z.coerce.number().int() }),
  body: z.object({ reason }),
  answer: done,
})

export const issueLink = endpoint({
  method: 'post',
  path: `${project}/links`,
  summary: '为一户生成签名链接',
  params,
  body: z.object({ household: householdRef }),
  answer: z.object({
    id: z.number(),
    head: z.string(),
    /** Shown once; only its hash is kept. */
    address: z.string(),
    /** The address as a PNG, in a data URI. */
    qr: z.string(),
    expiresAt: z.string(),
  }),
})

export const revokeLink = endpoint({
  method: 'post',
  path: '/api/micro/links/{id}/revoke',
  summary: '作废签名链接',
  params,
  body: z.object({}),
  answer: done,
})

/** The token travels in the body: an address would be written down by what stands in between. */
export const signByLink = endpoint({
  method: 'post',
  path: '/api/micro/sign',
  summary: '群众户通过链接签名（不需登录）',
  body: z.object({
    token: z.string().min(1).max(100),
    /** The head's full name, or the last four digits of the telephone on record. */
    proof: z.string().trim().min(1, '请填写户主姓名').max(50),
    ...act,
  }),
  answer: z.union([
    z.object({ signed: z.literal(true), at: z.string() }),
    z.object({ signed: z.literal(false), triesLeft: z.int() }),
  ]),
})

const outcome = z.enum(['confirmed', 'denied', 'unreachable'])
export const outcomes = { confirmed: '确认本人签名', denied: '否认签名', unreachable: '未联系上' } as const
export type Outcome = keyof typeof outcomes

const callBack = z.object({
  id: z.number(),
  projectId: z.number(),
  projectTitle: z.string(),
  villageName: z.string(),
  household,
  way,
  signedAt: z.string(),
  outcome: outcome.nullable(),
  note: z.string(),
  doneBy: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** While it changes something; again for whoever was not reached, never after a denial. */
  mayEnter: z.boolean(),
})
export type CallBackRow = z.output<typeof callBack>

export const listCallBacks = endpoint({
  method: 'get',
  path: '/api/micro/call-backs',
  summary: '回访名单',
  query: z.object({
    done: z.literal('1').optional(),
    projectId: z.coerce.number().int().optional(),
    after: z.coerce.number().int().optional(),
  }),
  answer: z.object({ rows: z.array(callBack), next: z.number().nullable(), open: z.int() }),
})

export const enterCallBack = endpoint({
  method: 'put',
  path: '/api/micro/call-backs/{id}',
  summary: '登记回访结果',
  params,
  body: z.object({ outcome, note: text(200).default('') }),
  answer: done,
})
