import { randomBytes } from 'node:crypto'
import { officePeople, settle } from '#database/demo/people.ts'
import { addUnit } from '#kernel/units/index.ts'
import { useSealingKey } from '#modules/ballot/index.ts'
import { shippedPlan } from '#modules/selection/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { openHouse } from '../house.ts'
import { jpegFile } from '../steps/editor.ts'
import { scan } from '../steps/pictures.ts'
import type { otherUnits } from '../steps/units.ts'

useSealingKey(randomBytes(32))

/** The house of Jiaozuo’s campaign, from its plan to its list. */
export const house = await openHouse({ today: '2017-03-17' })

const city = await inTransaction(house.db, tx => addUnit(tx, { name: '焦作市', kind: 'city', regionCode: '410800' }))
await settle(house.db, city, officePeople('city', ['刘洋', '黄敏', '徐静', '孙立', '何平']))

export const title = '市级“十佳百优”先进典型推荐'
export const plan = await shippedPlan('jiaozuo-2017')
/** A page with a seal, whatever is written on it. */
export const paper = jpegFile('盖章页.jpg', await scan())

type Units = Awaited<ReturnType<typeof otherUnits>>

/** What one part of the story leaves to the next. */
export const story = {
  campaignId: 0,
  others: undefined as unknown as Units,
  electionId: 0,
  slug: '',
}

export const at = (stage: string) => ({ id: story.campaignId, stage })
export const rows = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(house.db)).rows

/** Where a unit's list stands. */
export const stateOf = async (unit: string) =>
  (
    await rows(sql<{ state: string }>`select s.state from selection.submission s
      join units.unit u on u.id = s.unit_id where u.name = ${unit}`)
  )[0]!.state

/** The unit of this place in the plan, with the login of its clerk. */
export const unitAt = (index: number) => ({
  plan,
  campaignId: story.campaignId,
  unit: story.others.units[index]!,
  login: `unit${index}-clerk`,
})
