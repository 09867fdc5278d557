import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const base = '/api/selection/campaigns/{id}/stages/{stage}'
const params = z.object({ id: z.coerce.number().int().positive(), stage: z.string().max(48) })

const name = z.object({ nominationId: z.number(), name: z.string(), unitName: z.string() })

/** Strokes of rare characters as digits 1–5 in writing order. */
export const strokesSchema = z
  .record(z.string().max(4), z.string().regex(/^[1-5]{1,64}$/, '笔顺只用数字1至5：横1、竖2、撇3、点4、折5'))
  .default({})

export const unknownSchema = z.object({ character: z.string(), names: z.array(z.string()), advice: z.string() })

const noticeLine = z.object({
  id: z.number(),
  code: z.string(),
  title: z.string(),
  version: z.number(),
  state: z.string(),
  status: z.string(),
  publishedOn: z.string().nullable(),
  lastDay: z.string().nullable(),
  openObjections: z.number(),
})

export const getPublicity = endpoint({
  method: 'get',
  path: `${base}/publicity`,
  summary: '公示环节：公示稿、公示期、名单对照',
  params,
  answer: z.object({
    notices: z.array(noticeLine),
    minWorkdays: z.number(),
    order: z.enum(['strokes', 'units', 'rank']),
    orderWords: z.string(),
    media: z.array(z.string()),
    /** Characters whose strokes are not on file: the clerk gives them, nobody guesses. */
    unknown: z.array(unknownSchema),
    strokes: z.record(z.string(), z.string()),
    /** Names in the pool that the issued list lacks, and the other way round. */
    missing: z.array(name),
    surplus: z.array(name),
    suspended: z.array(name.extend({ reason: z.string().nullable() })),
    /** Settings that the notice prints and that nobody has filled in yet. */
    unset: z.array(z.string()),
    /** Until when it must be over, and the latest day to issue it so. */
    mustEnd: z.object({ words: z.string(), publishBy: z.string() }).nullable(),
    /** The last day if it were issued today. */
    ifToday: z.object({ lastDay: z.string(), words: z.string() }),
    permissions: z.object({ draft: z.boolean() }),
  }),
})

export const draftPublicity = endpoint({
  method: 'post',
  path: `${base}/publicity`,
  summary: '按名单拟公示稿；已签发的，拟新版本',
  params,
  body: z.object({ strokes: strokesSchema }),
  answer: z.object({ noticeId: z.number() }),
})
