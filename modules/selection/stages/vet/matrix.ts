import type { Actor } from '#kernel/access/index.ts'
import { writeSheet } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import { vetApi } from '../../shared/index.ts'
import type { Vetting } from './load.ts'
import { presentVetting } from './present.ts'

type Shown = Awaited<ReturnType<typeof presentVetting>>
type Row = Shown['names'][number]
type Opinion = Row['opinions'][number]

/**
 * 征求意见情况: names down, departments across, in the words that everyone may see. A file is passed on, so that no reason
 * and no word of a conclusion stands in it, though an officer takes it.
 *
 * @returns the bytes of an .xlsx file
 */
export const matrixSheet = async (db: Db, actor: Actor, vetting: Vetting): Promise<Buffer> => {
  const { names, departments } = await presentVetting(db, actor, vetting)
  return writeSheet({
    name: '征求意见情况',
    rows: names.map((name, index) => ({ ...name, no: index + 1 })),
    columns: [
      { title: '序号', width: 6, value: row => row.no },
      { title: '推荐单位', width: 20, value: row => row.unitName },
      { title: '类别', width: 24, value: row => row.categoryName },
      { title: '推荐对象', width: 24, value: row => row.name },
      { title: '工作单位', width: 28, value: row => row.workplace },
      { title: '职务', width: 16, value: row => row.post },
      ...departments
        .filter(({ requestId }) => requestId !== null)
        .map(({ key, name }) => ({
          title: name,
          width: 16,
          value: ({ opinions }: Row) => wordsOf(opinions.find(({ department }) => department === key)),
        })),
    ],
  })
}

const wordsOf = (opinion: Opinion | undefined) => {
  if (!opinion) return null
  const { verdict, conclusion } = opinion
  if (verdict !== 'objection') return vetApi.verdicts[verdict]
  const after = conclusion ? (conclusion === 'continue' ? '结论：继续推荐' : '结论：不再推荐') : '待作出处理结论'
  return `${vetApi.verdicts.objection}（${after}）`
}
