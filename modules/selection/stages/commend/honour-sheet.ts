import { writeSheet } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import { honoursOf } from '../../honours/honour.ts'
import type { CommendRun } from '../../honours/register.ts'
import { honourStates } from '../../shared/index.ts'
import { storySchema } from '../../shared/story.ts'

/** 表彰对象名单: the campaign's entries of the register in official order. @returns the bytes of an .xlsx file */
export const honourSheet = async (db: Db, { campaign }: CommendRun): Promise<Buffer> => {
  const honours = await honoursOf(db, campaign)
  return writeSheet({
    name: '表彰对象名单',
    rows: honours.map((honour, index) => ({ ...honour, no: index + 1, story: storySchema.parse(honour.story) })),
    columns: [
      { title: '序号', width: 6, value: row => row.no },
      { title: '编号', width: 24, value: row => row.number },
      { title: '荣誉', width: 28, value: row => row.title },
      { title: '姓名或名称', width: 28, value: row => row.name },
      { title: '单位', width: 32, value: row => row.unitName },
      { title: '表彰日期', width: 12, value: row => row.grantedOn },
      { title: '状态', width: 10, value: row => honourStates[row.state] },
      { title: '名单', width: 10, value: row => (row.publicNoticeId === null ? '未公布' : '已公布') },
      { title: '本人同意', width: 12, value: row => row.story.consent?.given && '同意公开' },
    ],
  })
}
