import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const id = z.object({ id: z.coerce.number() })

/** A seal or paper that a unit has promised by a date (待补章). */
const promised = z.object({
  submissionId: z.number(),
  unitName: z.string(),
  /** Null for what the unit hands in for all its nominees together. */
  nominationId: z.number().nullable(),
  name: z.string().nullable(),
  /** Where it stands: `answers.KEY`, `seals.KEY`, `materials.KEY`, `report`, `report.KEY`. */
  path: z.string(),
  label: z.string(),
  promisedBy: z.string(),
  overdue: z.boolean(),
})
export type PromisedItem = z.output<typeof promised>

export const listUnitPromises = endpoint({
  method: 'get',
  path: '/api/selection/submissions/{id}/promises',
  summary: '本单位待补章、待补材料',
  params: id,
  answer: z.object({ items: z.array(promised), permissions: z.object({ keep: z.boolean() }) }),
})

export const listPromises = endpoint({
  method: 'get',
  path: '/api/selection/campaigns/{id}/promises',
  summary: '待补章清单',
  params: id,
  answer: z.object({ items: z.array(promised) }),
})

/** Brings what was promised, also after the list was handed in and received: the form does not come back for it. */
export const keepPromise = endpoint({
  method: 'post',
  path: '/api/selection/submissions/{id}/promises',
  summary: '补交盖章件或材料',
  params: id,
  body: z.object({
    nominationId: z.number().nullable(),
    path: z.string().max(200),
    fileKey: z.string().min(1, '请上传盖章扫描件'),
    /** The date beside the stamp; without it the date already in the cell stands. */
    sealedOn: z.iso.date('请填写盖章日期').optional(),
  }),
  answer: z.object({ left: z.number() }),
})

/** Reasons (情况说明) that the open stage's rules ask of the unit and that are not written, or not confirmed. */
export const listOwedReasons = endpoint({
  method: 'get',
  path: '/api/selection/submissions/{id}/owed-reasons',
  summary: '待补情况说明',
  params: id,
  answer: z.object({
    items: z.array(
      z.object({
        nominationId: z.number(),
        name: z.string(),
        rule: z.string(),
        message: z.string(),
        text: z.string().nullable(),
      }),
    ),
    permissions: z.object({ write: z.boolean(), confirm: z.boolean() }),
  }),
})

/** 补写情况说明 after the list was handed in and received: the form does not come back for it. */
export const writeReason = endpoint({
  method: 'put',
  path: '/api/selection/nominations/{id}/reasons',
  summary: '补写情况说明',
  params: id,
  body: z.object({ rule: z.string().max(100), text: z.string().trim().min(1, '请写明理由').max(1000) }),
  answer: z.object({ ok: z.literal(true) }),
})

/** 请单位说明理由: tells the unit which reasons of this nominee it owes. */
export const askReason = endpoint({
  method: 'post',
  path: '/api/selection/nominations/{id}/reasons/request',
  summary: '请单位说明理由',
  params: id,
  answer: z.object({ ok: z.literal(true) }),
})
