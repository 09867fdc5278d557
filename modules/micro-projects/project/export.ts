import type { Actor } from '#kernel/access/index.ts'
import { civilDay } from '#kernel/calendar/shared/index.ts'
import { sheetOf, writeBook } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { inYuan, YUAN } from '../money/in-yuan.ts'
import { states } from '../shared/index.ts'
import { allProjects, type Filter, mostListed } from './queries.ts'

/**
 * The list as it is filtered, as a sheet to go on with in Excel.
 * @throws Problem 422 `export.too-long`
 */
export const projectBook = async (db: Db, actor: Actor, filter: Filter): Promise<Buffer> => {
  const rows = await allProjects(db, actor, filter)
  if (rows.length > mostListed)
    throw refuse('export.too-long', `项目超过${mostListed}个，请按年度或者村（社区）分别导出。`, { status: 422 })
  return writeBook([
    sheetOf({
      name: '微实事项目',
      rows,
      columns: [
        { title: '项目编号', value: row => row.code },
        { title: '项目名称', width: 30, value: row => row.title },
        { title: '村（社区）', width: 20, value: row => row.villageName },
        { title: '牵头人', value: row => row.leadName },
        { title: '状态', width: 20, value: row => states[row.state] },
        { title: '签名户数', value: row => row.households },
        { title: '申请经费（元）', format: YUAN, value: row => inYuan(row.askedFen) },
        {
          title: '核定经费（元）',
          format: YUAN,
          value: row => (row.approvedFen === null ? null : inYuan(row.approvedFen)),
        },
        { title: '实际支出（元）', format: YUAN, value: row => inYuan(row.spentFen) },
        { title: '最近办理', value: row => civilDay(row.changedAt) },
      ],
    }),
  ])
}
