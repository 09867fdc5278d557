import { actorNamed, settle, unitPeople } from '#database/demo/people.ts'
import { demoPictures } from '#database/demo/pictures.ts'
import { type DemoUnit, fill, handIn, publishLocally, unitsOf } from '#database/demo/recommend.ts'
import { shippedPlan } from '#modules/selection/index.ts'
import type { House } from '../house.ts'

type Scene = {
  organiser: string
  campaignId: number
  plan: string
  ground: 'blue' | 'white'
  mediaLevel: string
  /** Of each quota; at least one of each category. */
  share: number
}

/** The units of a campaign that the story is not about: their lists are put into the database at once. */
export const otherUnits = async (house: House, scene: Scene) => {
  const organiser = await actorNamed(house.db, scene.organiser)
  const plan = await shippedPlan(scene.plan)
  const pictures = await demoPictures(house.db, organiser, scene.ground)
  const units = await unitsOf(house.db, scene.campaignId)
  const put = (unit: DemoUnit, today: string) =>
    fill(house.db, unit, { plan, today, pictures, share: scene.share, sealed: true })
  const publish = (unit: DemoUnit, today: string) => publishLocally(house.db, organiser, unit, today, scene.mediaLevel)
  return {
    plan,
    units,
    unit: (name: string) => units.find(unit => unit.name === name)!,
    put,
    publish,
    /** Puts up their nominees and publishes them at home. */
    fill: async (chosen: DemoUnit[], today: string) => {
      for (const unit of chosen) {
        await put(unit, today)
        await publish(unit, today)
      }
    },
    /** Hands up, and is received at once unless the story receives it itself. */
    handIn: async (chosen: DemoUnit[], received = true) => {
      for (const unit of chosen) await handIn(house.db, organiser, unit, received ? organiser : null)
    },
  }
}

/** Gives a unit its clerk and its principal: logins `${prefix}-clerk` and `${prefix}-principal`. */
export const peopleOf = (house: House, unit: DemoUnit, prefix: string, names: [string, string]) =>
  settle(house.db, unit.unitId, unitPeople(prefix, ...names))
