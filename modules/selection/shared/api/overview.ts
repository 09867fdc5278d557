import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { listNominations, listUnits } from './campaigns.ts'
import { id } from './plans.ts'

const base = '/api/selection/campaigns/{id}'

/** How far the units are, in numbers: for the head of the overview and its chart. */
export const getProgress = endpoint({
  method: 'get',
  path: `${base}/progress`,
  summary: '各单位进度汇总',
  params: id,
  answer: z.object({
    units: z.object({
      total: z.number(),
      unstarted: z.number(),
      drafting: z.number(),
      submitted: z.number(),
      returned: z.number(),
      accepted: z.number(),
      /** With seals or papers promised by a date (待补章), whatever their state. */
      promised: z.number(),
    }),
    parts: z.array(
      z.object({
        category: z.string(),
        categoryName: z.string(),
        unitClass: z.string(),
        className: z.string(),
        /** Places, where every unit of the class has a fixed number; null where one has none. */
        places: z.number().nullable(),
        draft: z.number(),
        handedIn: z.number(),
        returned: z.number(),
      }),
    ),
  }),
})
export type Progress = z.output<(typeof getProgress)['answer']>

const workbook = { answer: z.any() }

/** Every filtered row, not a page of it. */
export const exportNominations = endpoint({
  method: 'get',
  path: `${base}/nominations.xlsx`,
  summary: '导出推荐对象名单',
  params: id,
  query: listNominations.query!.omit({ after: true, limit: true }),
  ...workbook,
})

export const exportUnits = endpoint({
  method: 'get',
  path: `${base}/units.xlsx`,
  summary: '导出各单位进度',
  params: id,
  query: listUnits.query!.omit({ after: true, limit: true }),
  ...workbook,
})

/** 情况说明 of what was handed in: whom the notice would leave out, why the unit puts them up all the same, and who confirmed it. */
export const listReasons = endpoint({
  method: 'get',
  path: `${base}/reasons`,
  summary: '各单位写明的理由',
  params: id,
  answer: z.object({
    reasons: z.array(
      z.object({
        /** Null for a reason in the unit's own report. */
        nominationId: z.number().nullable(),
        submissionId: z.number(),
        name: z.string().nullable(),
        category: z.string().nullable(),
        unitName: z.string(),
        rule: z.string(),
        clause: z.string(),
        message: z.string(),
        text: z.string(),
        confirmedBy: z.string().nullable(),
      }),
    ),
  }),
})

export const exportReasons = endpoint({
  method: 'get',
  path: `${base}/reasons.xlsx`,
  summary: '导出情况说明',
  params: id,
  ...workbook,
})

/** Everyone who stands in a stage. */
export const exportPool = endpoint({
  method: 'get',
  path: `${base}/stages/{stage}/pool.xlsx`,
  summary: '导出环节名单',
  params: id.extend({ stage: z.string().max(48) }),
  ...workbook,
})
