import { z } from 'zod'
import { fileSchema } from '#kernel/files/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { storySchema } from '../../../shared/story.ts'

const base = '/api/selection/campaigns/{id}/stages/{stage}/commendation'
const params = z.object({ id: z.coerce.number().int().positive(), stage: z.string().max(48) })
const byHonour = z.object({ id: z.coerce.number().int().positive() })

export const honourStateSchema = z.enum(['valid', 'superseded', 'revoked'])

const honour = z.object({
  id: z.number(),
  number: z.string(),
  category: z.string(),
  categoryName: z.string(),
  name: z.string(),
  unitName: z.string(),
  state: honourStateSchema,
  public: z.boolean(),
  story: storySchema,
  storyNotice: z.object({ id: z.number(), state: z.string(), code: z.string() }).nullable(),
})
export type HonourView = z.output<typeof honour>

const notice = z.object({ id: z.number(), code: z.string(), title: z.string(), state: z.string(), status: z.string() })

export const ceremonySchema = z.object({
  heldAt: z.string().max(60).default(''),
  place: z.string().max(120).default(''),
  host: z.string().max(60).default(''),
  remarks: z.string().max(2000).default(''),
})
export type Ceremony = z.output<typeof ceremonySchema>

export const getCommendation = endpoint({
  method: 'get',
  path: base,
  summary: '表彰：名册、结果公布、事迹、仪式',
  params,
  answer: z.object({
    title: z.string(),
    register: z.string(),
    numbering: z.string(),
    waiting: z.number(),
    unknown: z.array(z.object({ character: z.string(), names: z.array(z.string()), advice: z.string() })),
    honours: z.array(honour),
    results: z.array(notice),
    ceremony: ceremonySchema,
    items: z.array(z.object({ categories: z.array(z.string()), items: z.array(z.string()) })),
    publicity: z.array(z.string()),
    slug: z.string(),
    today: z.string(),
    permissions: z.object({ run: z.boolean(), revoke: z.boolean() }),
  }),
})

/** The campaign's part of the register, with the state of each entry. */
export const exportHonours = endpoint({
  method: 'get',
  path: `${base}/honours.xlsx`,
  summary: '导出表彰对象名单',
  params,
  answer: z.any(),
})

export const registerHonours = endpoint({
  method: 'post',
  path: `${base}/register`,
  summary: '登入荣誉名册并编号',
  params,
  body: z.object({ grantedOn: z.iso.date('请填写表彰日期') }),
  answer: z.object({ entered: z.number() }),
})

export const draftResult = endpoint({
  method: 'post',
  path: `${base}/result`,
  summary: '拟表彰名单（送审、签发后公布）',
  params,
  answer: z.object({ noticeId: z.number() }),
})

export const saveCeremony = endpoint({
  method: 'put',
  path: `${base}/ceremony`,
  summary: '仪式的时间、地点和说明',
  params,
  body: ceremonySchema,
  answer: z.object({ ok: z.literal(true) }),
})

const ofHonour = '/api/selection/honours/{id}'

export const saveStory = endpoint({
  method: 'put',
  path: `${ofHonour}/story`,
  summary: '颁奖词、百姓评语、事迹和本人同意',
  params: byHonour,
  body: storySchema,
  answer: z.object({ ok: z.literal(true) }),
})

export const draftStory = endpoint({
  method: 'post',
  path: `${ofHonour}/story`,
  summary: '拟事迹页（须有本人同意）',
  params: byHonour,
  answer: z.object({ noticeId: z.number() }),
})

const honourMove = z.object({
  state: honourStateSchema,
  reason: z.string().trim().min(1, '请写明依据和理由').max(500),
  /** The honour that took this one's place, by id. */
  supersededBy: z.number().int().positive().nullable().optional(),
})

export const setHonourState = endpoint({
  method: 'post',
  path: `${ofHonour}/state`,
  summary: '撤销、替代或恢复荣誉',
  params: byHonour,
  body: honourMove,
  answer: z.object({ ok: z.literal(true) }),
})

/** What the nominee's own file offers a clerk to begin the story from; never anything sensitive. */
export const getStorySource = endpoint({
  method: 'get',
  path: `${ofHonour}/source`,
  summary: '推荐材料中可用的文字和照片，投票时的百姓评语',
  params: byHonour,
  answer: z.object({
    brief: z.string(),
    articles: z.array(z.string()),
    photo: fileSchema.nullable(),
    /** 百姓评语 of the campaign's own vote that an officer has let through. */
    said: z.array(z.string()),
  }),
})

const earlier = '/api/selection/campaigns/{id}/earlier-winners'
const register = z.object({ register: z.string().max(200) })

export const importFault = z.object({ row: z.number(), column: z.string(), value: z.string(), message: z.string() })
export type ImportFault = z.output<typeof importFault>

export const listRegisters = endpoint({
  method: 'get',
  path: earlier,
  summary: '本次推选要排除的荣誉名册',
  params: byHonour,
  answer: z.object({
    registers: z.array(z.object({ title: z.string(), count: z.number(), text: z.string() })),
    permissions: z.object({ run: z.boolean() }),
  }),
})

export const importTemplate = endpoint({
  method: 'get',
  path: `${earlier}/template`,
  summary: '往届获奖名单模板（.xlsx）',
  params: byHonour,
  answer: z.unknown(),
})

export const checkImport = endpoint({
  method: 'put',
  path: `${earlier}/check`,
  summary: '试导入往届获奖名单，列出有误的行',
  params: byHonour,
  query: register,
  answer: z.object({
    good: z.number(),
    known: z.number(),
    wrong: z.number(),
    faults: z.array(importFault),
  }),
})

export const applyImport = endpoint({
  method: 'put',
  path: `${earlier}/import`,
  summary: '导入往届获奖名单',
  params: byHonour,
  query: register.extend({ rows: z.enum(['all', 'good']).default('all') }),
  answer: z.object({ added: z.number(), known: z.number(), wrong: z.number() }),
})

/** Imported entries are found by their exact name or number, never leafed through: a register is not a directory of people. */
export const findEarlier = endpoint({
  method: 'get',
  path: `${earlier}/entries`,
  summary: '按名称或编号查往届荣誉',
  params: byHonour,
  query: z.object({ search: z.string().trim().min(1).max(100) }),
  answer: z.object({
    entries: z.array(
      z.object({
        id: z.number(),
        register: z.string(),
        number: z.string(),
        title: z.string(),
        year: z.number(),
        name: z.string(),
        unitName: z.string(),
        state: honourStateSchema,
        stateReason: z.string().nullable(),
        supersededBy: z.string().nullable(),
      }),
    ),
    permissions: z.object({ revoke: z.boolean() }),
  }),
})

export const setEarlierState = endpoint({
  method: 'post',
  path: `${earlier}/entries/{honourId}/state`,
  summary: '撤销、替代或恢复往届荣誉',
  params: byHonour.extend({ honourId: z.coerce.number().int().positive() }),
  body: honourMove,
  answer: z.object({ ok: z.literal(true) }),
})
