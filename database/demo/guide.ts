import { demoGuideKey } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'

/** Where a newcomer begins: one account for each role, in the order of the work, with what to look at. */
const guide: { login: string; look: string }[] = [
  { login: 'city-clerk', look: '正在公示：示例三市道德模范，有一人暂缓' },
  { login: 'district-clerk', look: '正在推荐：示例八市“十佳百优”' },
  { login: 'district-police', look: '待回复：甲区就推荐对象征求意见' },
  { login: 'expert-2', look: '正在评审：示例省“三个100”，已评一部分' },
  { login: 'city-checker', look: '待审核：一篇先进事迹' },
  { login: 'city-issuer', look: '待签发：一篇先进事迹' },
  { login: 'city-officer', look: '待办结：一封来信反映公示对象' },
  { login: 'city-leader', look: '看进度：两项推选，一项已表彰' },
  { login: 'village5-rep', look: '微实事：一份草稿，有一处要改，用手机看' },
  { login: 'street-office', look: '微实事：审核签名、回访、签发公示' },
  { login: 'street-finance', look: '微实事：核定、拨付、台账' },
  { login: 'admin', look: '单位、岗位、账号和日志' },
]

/** The login page of the demo shows these first. */
export const writeGuide = async (db: Db): Promise<void> => {
  await sql`insert into app.setting (key, value) values (${demoGuideKey}, ${JSON.stringify(guide)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(db)
}
