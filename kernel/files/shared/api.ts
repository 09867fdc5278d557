import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

/** What inspection found in a picture; sizes in pixels as the picture is seen (orientation applied). */
export const pictureFactsSchema = z.object({
  width: z.number(),
  height: z.number(),
  format: z.enum(['jpeg', 'png', 'webp']),
  /** Share (0–1) of blue in the outer 5 % at top, left and right: hue 200–230°, saturation above 0.35 (R000-21). */
  blueShare: z.number(),
  /** Share (0–1) of white there: L* above 90, chroma below 8 (R003-24). */
  whiteShare: z.number(),
  /** The served copy is smaller than what was sent. */
  scaled: z.boolean(),
})
export type PictureFacts = z.output<typeof pictureFactsSchema>

export const fileSchema = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['picture', 'pdf', 'document']),
  mime: z.string(),
  bytes: z.number(),
  facts: pictureFactsSchema.partial(),
})
/** A file as pages and forms know it. `key` is what a form saves. */
export type StoredFile = z.output<typeof fileSchema>

export const pictureSizes = ['320', '1280'] as const

const serving = {
  params: z.object({ key: z.string().max(64) }),
  query: z.object({
    size: z.enum(pictureSizes, '缩略图尺寸为 320 或 1280').optional(),
    download: z.literal('1').optional(),
  }),
  answer: z.any(),
}

/** Where uploads are begun that go on after a cut. */
export const uploadsPath = '/api/files/uploads'

/** The body is the file itself; its kind is found by its content, whatever the name says. */
export const uploadFile = endpoint({
  method: 'put',
  path: '/api/files',
  summary: '上传一个文件（请求正文就是文件内容）',
  query: z.object({ name: z.string().min(1, '缺少文件名').max(500) }),
  answer: fileSchema,
  resumable: uploadsPath,
})

export const readFile = endpoint({ method: 'get', path: '/api/files/{key}', summary: '读取文件', ...serving })

export const readPublicFile = endpoint({ method: 'get', path: '/files/{key}', summary: '读取已公开的文件', ...serving })
