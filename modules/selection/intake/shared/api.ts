import { z } from 'zod'
import { Article } from '#kernel/forms/shared/index.ts'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const id = z.coerce.number().int().positive()
/** `key` is that of an uploaded file. */
const uploaded = z.object({ id, key: z.string().max(64) })

/** One cell as read: what was understood, from which words, how sure (0–1), what to look at. */
const cell = z.object({
  path: z.string(),
  label: z.string(),
  value: z.string(),
  source: z.string(),
  confidence: z.number(),
  note: z.string(),
})
export type IntakeCell = z.output<typeof cell>

const remark = z.object({
  code: z.string(),
  paragraph: z.number().optional(),
  words: z.string().optional(),
  found: z.string(),
  expected: z.string(),
  message: z.string(),
  correctable: z.boolean(),
})
export type LayoutRemark = z.output<typeof remark>

const base = '/api/selection/submissions/{id}/intake'

/** Filled forms to read: a job reads them one after another. A file brought twice is read once. */
export const bringForms = endpoint({
  method: 'post',
  path: `${base}/forms`,
  summary: '读入填好的 Word 表（后台逐份读取，不改动名单）',
  params: z.object({ id }),
  body: z.object({ fileKeys: z.array(z.string().max(64)).min(1).max(200, '一次最多200份') }),
  answer: z.object({ ok: z.literal(true) }),
})

const formSummary = z.object({
  categoryName: z.string(),
  /** Cells to look at. */
  doubts: z.number(),
  /** Whether an article stands behind the form. */
  article: z.boolean(),
  /** Places where the layout is not as the plan wants it. */
  layout: z.number(),
})
export type FormSummary = z.output<typeof formSummary>

/** The files that this list has brought in and not taken off again, in the order they came. */
export const listForms = endpoint({
  method: 'get',
  path: `${base}/forms`,
  summary: '读入的 Word 表和进度',
  params: z.object({ id }),
  answer: z.object({
    forms: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        state: z.enum(['waiting', 'reading', 'read', 'refused']),
        /** Null until it is read. */
        summary: formSummary.nullable(),
        problem: z.string().nullable(),
        /** The nominee that it was put on the list as. */
        savedAs: z.number().nullable(),
      }),
    ),
  }),
})
export type BroughtForm = z.output<typeof listForms.answer>['forms'][number]

/** What was read of one file, for a person to look through; nothing is on the list by it. */
export const getForm = endpoint({
  method: 'get',
  path: `${base}/forms/{key}`,
  summary: '一份 Word 表读出的内容',
  params: uploaded,
  answer: z.object({
    name: z.string(),
    form: z.unknown(),
    /** Categories whose form it is, the likeliest first. */
    categories: z.array(z.object({ key: z.string(), name: z.string() })),
    certainty: z.number(),
    /** Whole forms in the file; the first is read. */
    copies: z.number(),
    answers: z.record(z.string(), z.unknown()),
    cells: z.array(cell),
    /** The plan's text that the article behind the form is, and the article. */
    text: z.string().nullable(),
    article: Article.nullable(),
    layout: z.array(remark),
    /** The photograph in the file, as a data URL. */
    picture: z.string().nullable(),
  }),
})

/** Notes as which nominee a form was put on the list; what was read of it is not needed any more and goes. */
export const settleForm = endpoint({
  method: 'put',
  path: `${base}/forms/{key}`,
  summary: '记下这份表已存入名单',
  params: uploaded,
  body: z.object({ nominationId: z.int().positive() }),
  answer: z.object({ ok: z.literal(true) }),
})

export const dropForm = endpoint({
  method: 'delete',
  path: `${base}/forms/{key}`,
  summary: '移除读入的一份 Word 表（名单不变）',
  params: uploaded,
  answer: z.object({ ok: z.literal(true) }),
})

export const downloadCorrectedForm = endpoint({
  method: 'get',
  path: `${base}/forms/{key}/corrected`,
  summary: '下载改好版式的副本（文字不动）',
  params: uploaded,
  answer: z.any(),
})

/** Pages of a scan with the sheets that their codes stand for. */
export const readUploadedScan = endpoint({
  method: 'get',
  path: `${base}/scans/{key}`,
  summary: '识别扫描件上的核对码',
  params: uploaded,
  answer: z.object({
    name: z.string(),
    pages: z.array(
      z.object({
        page: z.number(),
        preview: z.string(),
        sheet: z
          .object({ code: z.string(), nominationId: z.number(), state: z.enum(['current', 'older', 'removed']) })
          .nullable(),
      }),
    ),
  }),
})

const sealCell = z.object({ path: z.string(), label: z.string(), state: z.enum(['present', 'promised', 'missing']) })
export type SealCell = z.output<typeof sealCell>

/** The seals that each nominee's sheets must bear, and which of them are still missing. */
export const listSeals = endpoint({
  method: 'get',
  path: '/api/selection/submissions/{id}/seals',
  summary: '各表盖章情况',
  params: z.object({ id }),
  answer: z.object({
    nominees: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        categoryName: z.string(),
        seals: z.array(sealCell),
        /** Stamped pages that have been put to this nominee, and whether they show what stands here now. */
        scans: z.number(),
        reseal: z.boolean(),
      }),
    ),
    /** Civil day of the business clock: the date offered for a seal. */
    today: z.iso.date(),
    permissions: z.object({ attach: z.boolean() }),
  }),
})

const owedSheet = z.object({
  nominationId: z.number(),
  submissionId: z.number(),
  name: z.string(),
  categoryName: z.string(),
  unitName: z.string(),
  /** The stamped pages show an older text than what stands in the form now (重新盖章). */
  reseal: z.boolean(),
  /** Seals not there yet; `promisedBy` is the day by which the unit promised one (待补章). */
  owed: z.array(z.object({ label: z.string(), promisedBy: z.string().nullable() })),
})
export type OwedSheet = z.output<typeof owedSheet>

/** Every sheet of a campaign that wants a seal, or a new one. */
export const listOwedSeals = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/owed-seals',
  summary: '全部单位须补章、须重新盖章的表',
  params: z.object({ id }),
  answer: z.object({ sheets: z.array(owedSheet), today: z.iso.date() }),
})

export const exportOwedSeals = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/owed-seals.xlsx',
  summary: '导出须补章、须重新盖章的表',
  params: z.object({ id }),
  answer: z.any(),
})

export const attachScan = endpoint({
  method: 'post',
  path: '/api/selection/nominations/{id}/scans',
  summary: '把盖章页附到推荐表的盖章栏',
  params: z.object({ id }),
  body: z.object({
    fileKey: z.string().max(64),
    page: z.int().min(1).max(500),
    /** `answers.KEY` of each cell that is stamped on the page. */
    paths: z.array(z.string().max(100)).min(1, '请选择页上有哪几处盖章').max(30),
    sealedOn: z.iso.date('请填写盖章日期'),
    code: z.string().max(40).optional(),
  }),
  answer: z.object({ left: z.number() }),
})
