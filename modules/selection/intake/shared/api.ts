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

/** Reads a filled form; nothing is saved by it. `form` is null where the file is none of the plan's forms. */
export const readUploadedForm = endpoint({
  method: 'get',
  path: `${base}/forms/{key}`,
  summary: '识别并读取填好的 Word 表（不保存）',
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
