import type { Facts, NominationFacts, UnitFacts } from '../facts.ts'
import { answered, frameOf, nominationOf, shippedPlan, text, unitOf } from './sample.ts'

export const luoyang = shippedPlan('luoyang-2021')

const today = '2021-12-28'
const frame = frameOf(luoyang, today)
const one = (over: Partial<NominationFacts>): Facts => ({ ...frame, nomination: nominationOf(over) })

/** Makers of facts in Luoyang's campaign, two days before its deadline. */
export const luoyangFacts = {
  today,
  one,
  all: (over: Partial<UnitFacts>, day = today, now?: string): Facts => ({
    ...frameOf(luoyang, day, now),
    unit: unitOf(over),
  }),
  member: (answers: Record<string, unknown>) => one(answered(luoyang, 'member', answers, today)),
  team: (answers: Record<string, unknown>) => one(answered(luoyang, 'team', answers, today)),
  project: (answers: Record<string, unknown>) => one(answered(luoyang, 'project', answers, today)),
  ticked: (keys: string[]) => keys.map(item => ({ item, answer: 'yes' as const })),
  article: (body: string, title?: string) => one({ articles: { article: text(body, title) } }),
}
