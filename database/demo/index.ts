import { addAccountOnPost } from '#kernel/access/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { runPlan } from './campaign.ts'
import { goTo } from './clock.ts'
import { actorNamed, officePeople, settle, unitPeople } from './people.ts'
import { demoPictures } from './pictures.ts'
import { cityName, province } from './places.ts'
import { demoPlans, firstDay } from './plans.ts'
import { fill, handIn, publishLocally, unitsOf } from './recommend.ts'

/** Loads the demo into an empty database; one that holds units already is left as it is. */
export const loadDemo = async (db: Db, say: (line: string) => void): Promise<void> => {
  const known = await db.selectFrom('units.unit').select('id').limit(1).executeTakeFirst()
  if (known) return
  say('正在装入演示数据：示例省、18个市、三项推选……')
  const places = await makePlaces(db)
  await makePeople(db, places)
  await finishedCampaign(db)
  say('　示例三市“百名先进”')
  await provinceCampaign(db)
  say('　示例省“三个100”')
  await partyCampaign(db)
  say('　示例八市“十佳百优”')
  await goTo(db, firstDay)
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
  await settle(db, places.partyCity, officePeople('party', ['刘洋', '黄敏', '徐静', '孙立', '何平']))
}

/** Clerks of the first county-level unit of a campaign, for visitors to be. */
const settleUnit = async (db: Db, unitId: number, prefix: string, clerk: string, principal: string) =>
  settle(db, unitId, unitPeople(prefix, clerk, principal))

const finishedCampaign = async (db: Db): Promise<void> => {
  const { plan: demo, due } = { plan: demoPlans.finished, due: 4 }
  await goTo(db, demo.startOn)
  const organiser = await actorNamed(db, 'city-clerk')
  const { id, plan } = await runPlan(db, organiser, demo)
  const units = await unitsOf(db, id)
  await settleUnit(db, units[0]!.unitId, 'county', '李春梅', '张建军')
  const pictures = await demoPictures(db, organiser, 'blue')
  for (const unit of units) {
    await fill(db, unit, { plan, today: demo.startOn, pictures, sealed: true })
    await publishLocally(db, organiser, unit, demo.startOn, 'county')
  }
  await goTo(db, Temporal.PlainDate.from(demo.startOn).add({ days: due }).toString())
  for (const unit of units) await handIn(db, organiser, unit, organiser)
}

const provinceCampaign = async (db: Db): Promise<void> => {
  const demo = demoPlans.inReview
  await goTo(db, demo.startOn)
  const organiser = await actorNamed(db, 'province-clerk')
  const { id, plan } = await runPlan(db, organiser, demo)
  const pictures = await demoPictures(db, organiser, 'blue')
  for (const unit of await unitsOf(db, id)) {
    await fill(db, unit, { plan, today: demo.startOn, pictures, share: 0.4 })
    await publishLocally(db, organiser, unit, demo.startOn, 'city')
    await handIn(db, organiser, unit, organiser)
  }
}

const partyCampaign = async (db: Db): Promise<void> => {
  const demo = demoPlans.recommending
  const organiser = await actorNamed(db, 'party-clerk')
  const { id, plan } = await runPlan(db, organiser, demo)
  const units = await unitsOf(db, id)
  await settleUnit(db, units[0]!.unitId, 'district', '钱进', '冯涛')
  const pictures = await demoPictures(db, organiser, 'white')
  for (const unit of units.slice(0, 9)) await fill(db, unit, { plan, today: demo.startOn, pictures, share: 0.7 })
}
