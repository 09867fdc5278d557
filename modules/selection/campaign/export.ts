import type { z } from 'zod'
import { civilDay } from '#kernel/calendar/shared/index.ts'
import { writeSheet } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import type { Campaign, StageRun } from '../load.ts'
import { listNominations } from '../nomination/list.ts'
import { writtenReasons } from '../nomination/reasons-list.ts'
import { nominationStates, outcomes, type overviewApi, submissionStates } from '../shared/index.ts'
import { poolOf } from './pool.ts'
import { listUnits } from './unit-list.ts'

type NominationFilter = z.output<NonNullable<typeof overviewApi.exportNominations.query>>
type UnitFilter = z.output<NonNullable<typeof overviewApi.exportUnits.query>>

/** More than any campaign holds; a sheet of .xlsx ends at 1,048,576 rows. */
const ALL = 1_000_000

const words = (states: Record<string, string>, state: string) => states[state] ?? state

/** 推荐对象名单: every filtered row in official order. @returns the bytes of an .xlsx file */
export const nominationSheet = async (db: Db, { id, plan }: Campaign, filter: NominationFilter): Promise<Buffer> => {
  const { rows } = await listNominations(db, id, { ...filter, limit: ALL })
  const numbered = rows.map((row, index) => ({ ...row, no: index + 1 }))
  return writeSheet({
    name: '推荐对象名单',
    rows: numbered,
    columns: [
      { title: '序号', width: 6, value: row => row.no },
      { title: '推荐单位', width: 20, value: row => row.unitName },
      { title: '类别', width: 28, value: row => plan.categories.find(({ key }) => key === row.category)?.name },
      { title: '排序', width: 6, value: row => row.rank },
      { title: '推荐对象', width: 28, value: row => row.name },
      { title: '状态', width: 10, value: row => words(nominationStates, row.state) },
      { title: '提示', width: 6, value: row => row.warnings },
      { title: '上报日期', width: 12, value: row => row.submittedAt && civilDay(row.submittedAt) },
    ],
  })
}

/** 各单位进度: units in official order against their places. @returns the bytes of an .xlsx file */
export const unitSheet = async (db: Db, campaign: Campaign, filter: UnitFilter): Promise<Buffer> => {
  const { rows } = await listUnits(db, campaign, { ...filter, limit: ALL })
  const { categories } = campaign.plan
  return writeSheet({
    name: '各单位进度',
    rows,
    columns: [
      { title: '推荐单位', width: 20, value: row => row.unitName },
      { title: '单位类别', width: 16, value: row => row.className },
      { title: '状态', width: 10, value: row => words(submissionStates, row.state) },
      ...categories.map(({ key, name, shortName }) => ({
        title: `${shortName ?? name}（已填/名额）`,
        width: 18,
        value: (row: (typeof rows)[number]) => filledWords(row.counts.find(count => count.category === key)),
      })),
      { title: '本级公示', width: 24, value: row => row.notice && `${row.notice.from}至${row.notice.to}` },
      { title: '待补章', width: 8, value: row => row.promisedSeals },
      { title: '须改正', width: 8, value: row => row.problems },
      { title: '上报日期', width: 12, value: row => row.submittedAt && civilDay(row.submittedAt) },
    ],
  })
}

/** 情况说明: every reason with the sentence it answers, in official order. @returns the bytes of an .xlsx file */
export const reasonSheet = async (db: Db, campaign: Campaign): Promise<Buffer> => {
  const { categories } = campaign.plan
  return writeSheet({
    name: '情况说明',
    rows: await writtenReasons(db, campaign),
    columns: [
      { title: '推荐单位', width: 20, value: row => row.unitName },
      { title: '类别', width: 24, value: row => categories.find(({ key }) => key === row.category)?.name },
      { title: '推荐对象', width: 28, value: row => row.name ?? '推荐情况报告' },
      { title: '情形', width: 40, value: row => row.message },
      { title: '依据', width: 16, value: row => row.clause },
      { title: '说明', width: 60, value: row => row.text },
      { title: '确认人', width: 12, value: row => row.confirmedBy },
    ],
  })
}

/** 环节名单: everyone in a stage with what became of each, in the order of the screen. @returns the bytes of an .xlsx file */
export const poolSheet = async (db: Db, { id, campaign }: StageRun): Promise<Buffer> => {
  const pool = await poolOf(db, id)
  return writeSheet({
    rows: pool.map((row, index) => ({ ...row, no: index + 1 })),
    columns: [
      { title: '序号', width: 6, value: row => row.no },
      {
        title: '类别',
        width: 28,
        value: row => campaign.plan.categories.find(({ key }) => key === row.category)?.name,
      },
      { title: '推荐单位', width: 20, value: row => row.unitName },
      { title: '排序', width: 6, value: row => row.rank },
      { title: '推荐对象', width: 28, value: row => row.name },
      { title: '结果', width: 10, value: row => outcomes[row.outcome] },
      { title: '理由', width: 40, value: row => row.reason },
    ],
  })
}

type Count = { max: number | null; draft: number; submitted: number; returned: number; accepted: number }

const filledWords = (count: Count | undefined) =>
  count && `${count.draft + count.submitted + count.returned + count.accepted}/${count.max ?? '不限'}`
