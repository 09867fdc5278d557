import { addAccountOnPost } from '#kernel/access/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { goTo } from './clock.ts'
import { finishedCampaign } from './finished.ts'
import { writeGuide } from './guide.ts'
import { openHouse } from './house.ts'
import { campaignInReview } from './in-review.ts'
import { microYear } from './micro/index.ts'
import { expertPeople, officePeople, settle } from './people.ts'
import { cityName, province } from './places.ts'
import { firstDay } from './plans.ts'
import { publishCandidates, shortlistedCampaign } from './publicised.ts'
import { recommendingCampaign } from './recommending.ts'
import { tellStories } from './stories.ts'
import { publicVote } from './vote.ts'

/** Loads the demo into an empty database. */
export const loadDemo = async (db: Db, say: (line: string) => void): Promise<void> => {
  say('正在装入演示数据：示例省、18个市、四项推选、一次网上评议、一个街道的微实事……')
  const places = await makePlaces(db)
  await makePeople(db, places)
  const house = openHouse(db)
  const year = await microYear(db, house, places.partyCity)
  const finished = await finishedCampaign(db, house)
  await year.finishWorks()
  say('　示例三市“百名先进”')
  const citizens = await shortlistedCampaign(db, house)
  await year.acceptAndPay()
  await campaignInReview(db, house)
  say('　示例省“三个100”')
  await recommendingCampaign(db, house)
  await year.proposeAgain()
  say('　示例八市“十佳百优”')
  await publishCandidates(db, house, citizens)
  say('　示例三市“道德模范”')
  await tellStories(house, finished)
  await year.publiciseLast()
  say('　示例街道“党员微服务、群众大满意”')
  await writeGuide(db)
  await goTo(db, firstDay)
  await publicVote(db, house)
  await sql`delete from access.session`.execute(db)
}

type Places = { province: number; city: number; partyCity: number }

/** The province with the two cities that run campaigns of their own; the other units come with the plans. */
const makePlaces = (db: Db): Promise<Places> =>
  inTransaction(db, async tx => {
    const top = await addUnit(tx, { name: province.long, kind: 'province' })
    const city = await addUnit(tx, { name: cityName(2), kind: 'city', parentId: top, sortNo: 3 })
    const partyCity = await addUnit(tx, { name: cityName(7), kind: 'city', parentId: top, sortNo: 8 })
    return { province: top, city, partyCity }
  })

const makePeople = async (db: Db, places: Places): Promise<void> => {
  await inTransaction(db, tx =>
    addAccountOnPost(tx, {
      unitId: places.province,
      title: '系统管理员',
      roles: ['administrator'],
      name: '管理员',
      login: 'admin',
      demo: true,
    }),
  )
  await settle(db, places.city, officePeople('city', ['王芳', '李强', '陈刚', '周晓东', '赵海燕']))
  await settle(db, places.province, officePeople('province', ['吴国庆', '张玉珍', '郭文斌', '马建国', '丁薇']))
  await settle(db, places.province, expertPeople)
  await settle(db, places.partyCity, officePeople('party', ['刘洋', '黄敏', '徐静', '孙立', '何平']))
}
