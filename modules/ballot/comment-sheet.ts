import { excelResponse, writeSheet } from '#kernel/documents/excel/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Election } from './election/load.ts'

type Said = { candidate: number; words: string }

/** What residents said of each candidate, category by category in the order of the list; only what was let through. */
export const commentSheet = async (db: Db, { id, rules }: Election): Promise<Response> => {
  const { rows } = await sql<Said>`
    select candidate, words from ballot.comment where election_id = ${id} and state = 'shown' order by id`.execute(db)
  const said = Map.groupBy(rows, ({ candidate }) => candidate)
  const lines = rules.categories.flatMap(category =>
    category.candidates.flatMap(({ no, name, unit }) =>
      (said.get(no) ?? []).map(({ words }) => ({ category: category.name, no, name, unit, words })),
    ),
  )
  type Line = (typeof lines)[number]
  const columns = [
    { title: '类别', width: 20, value: ({ category }: Line) => category },
    { title: '编号', width: 8, value: ({ no }: Line) => no },
    { title: '姓名或名称', width: 24, value: ({ name }: Line) => name },
    { title: '单位', width: 30, value: ({ unit }: Line) => unit },
    { title: '百姓评语', width: 80, value: ({ words }: Line) => words },
  ]
  const file = await writeSheet({ name: '百姓评语', columns, rows: lines })
  return excelResponse(file, `${rules.title}百姓评语.xlsx`)
}
