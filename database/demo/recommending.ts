import type { Db } from '#platform/db/index.ts'
import { runPlan } from './campaign.ts'
import { goTo } from './clock.ts'
import { askInDistrict } from './departments.ts'
import type { House } from './house.ts'
import { actorNamed, settle, unitPeople } from './people.ts'
import { demoPictures } from './pictures.ts'
import { demoPlans, madeOver } from './plans.ts'
import { fill, unitsOf } from './recommend.ts'

/** A city's party awards in the middle of their recommendation: some units ahead, some that have not begun. */
export const recommendingCampaign = async (db: Db, house: House): Promise<void> => {
  const demo = demoPlans.recommending
  await goTo(db, '2026-05-13')
  const organiser = await actorNamed(db, 'party-clerk')
  const { id, plan } = await runPlan(db, organiser, await madeOver(demo))
  const units = await unitsOf(db, id)
  await settle(db, units[0]!.unitId, unitPeople('district', '钱进', '冯涛'))
  const pictures = await demoPictures(db, organiser, 'white')
  for (const [index, unit] of units.slice(0, 9).entries())
    await fill(db, unit, {
      plan,
      today: '2026-05-13',
      pictures,
      share: index < 4 ? 0.8 : 0.4,
      promisedBy: '2026-06-04',
    })
  const { submissionId, unitId, name } = units[0]!
  const vetting = { params: { id, stage: 'unit-vet' }, query: { submissionId } }
  await askInDistrict(db, house, vetting, { id: unitId, name })
}
