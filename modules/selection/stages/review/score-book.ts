import { type Column, sheetOf, writeBook } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import type { StageRun } from '../../load.ts'
import { outcomes } from '../../shared/index.ts'
import { presentReview } from './board.ts'

type Review = Awaited<ReturnType<typeof presentReview>>
type Row = Review['rows'][number]

/** 评分汇总表: a sheet a category, in order of place; who recused is said, what is not handed in stays empty. */
export const scoreBook = async (db: Db, run: StageRun): Promise<Buffer> => {
  const review = await presentReview(db, run)
  const columns = columnsFor(review)
  const groups = Map.groupBy(review.rows, ({ categoryName }) => categoryName)
  const sheets = [...groups].map(([name, rows]) => sheetOf({ name: nameOfSheet(name), columns, rows: inOrder(rows) }))
  return writeBook(sheets.length > 0 ? sheets : [sheetOf({ name: '评分汇总', columns, rows: [] })])
}

/** Excel takes 31 characters and none of `[]:*?/\`. */
const nameOfSheet = (name: string) => name.replaceAll(/[[\]:*?/\\]/g, '').slice(0, 31)

const inOrder = (rows: Row[]) => rows.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity))

const columnsFor = ({ experts, mean }: Review): Column<Row>[] => [
  { title: '名次', width: 8, value: ({ place, tied }) => (place === null ? '' : tied ? `${place}（并列）` : place) },
  { title: '名称', width: 24, value: ({ name }) => name },
  { title: '推荐单位', width: 24, value: ({ unitName }) => unitName },
  ...experts.map(({ id, name }) => ({
    title: name,
    width: 10,
    value: ({ seats }: Row) => {
      const seat = seats.find(({ expertId }) => expertId === id)
      return seat?.state === 'recused' ? '回避' : (seat?.total ?? null)
    },
  })),
  { title: mean === 'dropExtremes' ? '平均分（去掉最高最低各一）' : '平均分', value: row => row.mean },
  { title: '分差', width: 10, value: ({ spread }) => spread },
  { title: '结果', width: 10, value: ({ outcome }) => outcomes[outcome] },
]
