import type { CampaignFacts, Facts, NominationFacts, NoticeFacts, UnitFacts } from '../facts.ts'
import { answered, campaignOf, frameOf, nominationOf, noticeOf, shippedPlan, unitOf } from './sample.ts'

export const jiaozuo = shippedPlan('jiaozuo-2017')

const today = '2017-04-12'
const frame = frameOf(jiaozuo, today)
const county = { id: 'u1', name: '修武县', class: 'county' }
const local = (over: Partial<NoticeFacts>) => noticeOf({ medium: '修武县电视台', publishedOn: '2017-03-31', ...over })
const one = (over: Partial<NominationFacts>): Facts => ({
  ...frame,
  nomination: nominationOf({ unit: county, category: 'top-member', categoryName: '十佳共产党员', ...over }),
})

/** Makers of facts in Jiaozuo's campaign, on the working day after 清明 week. */
export const jiaozuoFacts = {
  today,
  frame,
  county,
  local,
  one,
  all: (over: Partial<UnitFacts>, day = today): Facts => ({
    ...frameOf(jiaozuo, day),
    unit: unitOf({ unit: county, ...over }),
  }),
  list: (over: Partial<CampaignFacts>, day = today): Facts => ({
    ...frameOf(jiaozuo, day),
    campaign: campaignOf(over),
  }),
  member: (answers: Record<string, unknown>) => one(answered(jiaozuo, 'fine-member', answers, today)),
  told: (over: Partial<NoticeFacts>) => one({ notices: [local(over)] }),
}
