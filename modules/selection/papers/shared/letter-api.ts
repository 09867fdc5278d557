import { z } from 'zod'
import { paperFormat } from '#kernel/documents/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

/** Official letters that are drawn up from a campaign. */
export const letterKinds = {
  publicity: '公示',
  notice: '通知',
  consultation: '征求意见函',
  bulletin: '通报',
  decision: '表彰决定',
  report: '推荐情况报告',
  inspection: '考察情况报告',
} as const
export type LetterKind = keyof typeof letterKinds
const kind = z.enum(Object.keys(letterKinds) as [LetterKind, ...LetterKind[]])

export const letterStates = { draft: '草稿', issued: '已编号', void: '作废' } as const
export type LetterState = keyof typeof letterStates
const state = z.enum(['draft', 'issued', 'void'])

const line = (max: number) => z.string().trim().normalize('NFC').max(max, `不超过${max}字`)

/** `level` 0 is plain text, 1 to 4 the headings 一、（一）1.（1）, whose numbers are written by the printing. */
const bodyParagraph = z.object({
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  text: line(5000),
})

export const letterContent = z.object({
  addressee: line(500).default(''),
  body: z.array(bodyParagraph).max(300).default([]),
  /** Lists behind the letter, in official order. */
  annex: z
    .object({ name: line(200), lists: z.array(z.object({ heading: line(200), lines: z.array(line(300)).max(2000) })) })
    .nullable()
    .default(null),
  offices: z.array(line(100)).min(1, '请填写落款单位').max(6),
  copyTo: line(500).default(''),
})
export type LetterContent = z.output<typeof letterContent>

const id = z.object({ id: z.coerce.number().int().positive() })
const done = z.object({ ok: z.literal(true) })

const letterRow = z.object({
  id: z.number(),
  kind,
  title: z.string(),
  state,
  /** 发文字号, once it has one. */
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  editedBy: z.string().nullable(),
  editedAt: z.string(),
})
export type LetterRow = z.output<typeof letterRow>

export const listLetters = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/letters',
  summary: '文稿：公示、通知、通报、决定、报告',
  params: id,
  answer: z.object({ letters: z.array(letterRow), permissions: z.object({ write: z.boolean(), issue: z.boolean() }) }),
})

export const draftLetter = endpoint({
  method: 'post',
  path: '/api/selection/campaigns/{id}/letters',
  summary: '按推选情况起草文稿',
  params: id,
  body: z.object({ kind }),
  answer: z.object({ id: z.number() }),
})

export const getLetter = endpoint({
  method: 'get',
  path: '/api/selection/letters/{id}',
  summary: '一份文稿',
  params: id,
  answer: letterRow.extend({
    campaignId: z.number(),
    campaignTitle: z.string(),
    content: letterContent,
    revision: z.number(),
    /** Codes of organs used so far, the likeliest first. */
    organs: z.array(z.string()),
    today: z.string(),
    permissions: z.object({ write: z.boolean(), issue: z.boolean() }),
  }),
})

export const saveLetter = endpoint({
  method: 'put',
  path: '/api/selection/letters/{id}',
  summary: '保存文稿',
  params: id,
  body: z.object({ revision: z.number(), title: line(200).min(1, '请填写标题'), content: letterContent }),
  answer: done.extend({ revision: z.number() }),
})

export const issueLetter = endpoint({
  method: 'post',
  path: '/api/selection/letters/{id}/number',
  summary: '编发文字号',
  params: id,
  body: z.object({
    organ: line(20).regex(/^[\u4e00-\u9fa5]+$/u, '机关代字只写汉字，如“洛学办发”'),
    issuedOn: z.iso.date('请填写成文日期'),
  }),
  answer: z.object({ number: z.string() }),
})

export const voidLetter = endpoint({
  method: 'post',
  path: '/api/selection/letters/{id}/void',
  summary: '作废文稿（字号保留，不再使用）',
  params: id,
  body: z.object({ reason: line(500).min(1, '请写明作废的原因') }),
  answer: done,
})

export const downloadLetter = endpoint({
  method: 'get',
  path: '/api/selection/letters/{id}/file/{format}',
  summary: '下载文稿（GB/T 9704 格式）',
  params: id.extend({ format: paperFormat }),
  answer: z.any(),
})
