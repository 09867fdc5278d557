import type { NoticeContent, NoticeContentInput, NoticeItem } from '#kernel/publicity/index.ts'
import type { OrderedSection } from '../../campaign/official-order.ts'
import { orderWords } from '../../campaign/official-order.ts'
import type { PublicLine } from '../../campaign/public-line.ts'
import { mainStages, type Plan, type StageOf } from '../../shared/index.ts'

type Parts = {
  plan: Plan
  stage: StageOf<'publicise'>
  sections: OrderedSection[]
  lines: Map<number, PublicLine>
  settings: Record<string, string>
}

/** A campaign's title as it stands in a longer one: inner book marks become single ones (GB/T 15834). */
export const innerTitle = (title: string) => title.replaceAll('《', '〈').replaceAll('》', '〉')

export const publicityTitle = (plan: Plan, stage: StageOf<'publicise'>) =>
  `关于${plan.title}${whoTheyAre(plan, stage)}名单的公示`

/** Before a later shortlist they are candidates (候选对象), after the last one those to be commended. */
const whoTheyAre = (plan: Plan, stage: StageOf<'publicise'>) => {
  const stages = mainStages(plan)
  const after = stages.slice(stages.findIndex(({ key }) => key === stage.key) + 1)
  return after.some(({ kind }) => kind === 'shortlist') ? '候选对象' : '拟表彰对象'
}

/** The notice as the standing skeleton has it: basis → method → list with its order → how to object (standards §3). */
export const publicityContent = ({ plan, stage, sections, lines, settings }: Parts): NoticeContentInput => ({
  intro: [
    `根据${basisOf(plan)}，经${methodOf(plan, stage)}，现将${plan.title}${whoTheyAre(plan, stage)}名单予以公示，接受社会监督。`,
    orderWords[stage.order],
    '公示期间，对公示对象有异议的，可以通过来信、来电、来访或者网上反映。反映情况应当实事求是，提倡实名并提供具体线索；受理单位为反映人保密。',
  ].join('\n'),
  sections: sections.map(({ category, entries }) => ({
    heading: category.name,
    items: entries.map(({ nominationId }) => itemOf(lines.get(nominationId)!)),
  })),
  objection: receptionOf(plan, settings),
  basis: `${plan.notice.title}${plan.notice.number ? `（${plan.notice.number}）` : ''}`,
})

const basisOf = ({ notice }: Plan) => `《${innerTitle(notice.title)}》${notice.number ? `（${notice.number}）` : ''}`

/** The stages passed so far, in words: 逐级推荐、初步评定、网上评议. */
const methodOf = (plan: Plan, stage: StageOf<'publicise'>) => {
  const stages = mainStages(plan)
  const before = stages.slice(
    0,
    stages.findIndex(({ key }) => key === stage.key),
  )
  return before.map(({ title }) => title).join('、') || '推荐'
}

const itemOf = ({ id, name, unit, post, unitId }: PublicLine): NoticeItem => ({
  key: String(id),
  name,
  unit,
  ...(post && { post }),
  unitId,
})

/** Where objections are received: settings of the campaign, never the plan's. */
export const receptionOf = ({ organiser }: Plan, settings: Record<string, string>) => ({
  office: settings['objection-office'] ?? [organiser.name, organiser.office].filter(Boolean).join(''),
  ...(settings['objection-phone'] && { phone: settings['objection-phone'] }),
  ...(settings['objection-address'] && { address: settings['objection-address'] }),
  ...(settings['objection-email'] && { email: settings['objection-email'] }),
})

/**
 * The list anew inside the words that stand: what was written by hand stays, and a name that stays keeps its line
 * letter by letter, so that taking names away does not restart the others' period (D-08).
 */
export const withNewList = (standing: NoticeContent, fresh: NoticeContentInput): NoticeContentInput => {
  const lines = new Map(standing.sections.flatMap(({ items }) => items).map(item => [item.key, item]))
  const texts = new Map(standing.sections.map(({ heading, text }) => [heading, text]))
  return {
    ...standing,
    sections: fresh.sections.map(section => {
      const text = texts.get(section.heading)
      return {
        ...section,
        ...(text !== undefined && { text }),
        items: (section.items ?? []).map(item => lines.get(item.key) ?? item),
      }
    }),
  }
}
