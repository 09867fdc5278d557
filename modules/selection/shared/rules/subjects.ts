import type { RuleBinding } from './binding.ts'
import type { Facts, NominationFacts, UnitFacts } from './facts.ts'
import type { Scope } from './rule.ts'

/**
 * The subjects a binding is to be checked on, each with its facts. A nomination's rule runs over the nomination given,
 * or else over all of the unit's, or else over the campaign's list; a unit's rule over the unit given or all units.
 * Lists inside the facts hold only the units and nominations that the binding's `unitClass` and `category` are about.
 */
export function subjectsOf(binding: RuleBinding, scope: Scope, facts: Facts): Facts[] {
  const meant = aboutOf(binding)
  const concerned = narrowed(facts, meant)
  const { nomination, unit, campaign } = concerned
  if (scope === 'campaign') return campaign ? [concerned] : []
  if (scope === 'unit') {
    const units = unit ? [unit] : (campaign?.units ?? [])
    return units.filter(meant.unit).map(each => ({ ...concerned, unit: each }))
  }
  const nominations = nomination ? [nomination] : (unit?.nominations ?? campaign?.list ?? [])
  return nominations.filter(meant.nomination).map(each => ({ ...concerned, nomination: each }))
}

type About = ReturnType<typeof aboutOf>

function aboutOf({ category, unitClass }: RuleBinding) {
  const unit = (item: { unit: { class: string } }) => !unitClass || unitClass.includes(item.unit.class)
  const inCategory = (item: { category: string }) => !category || category.includes(item.category)
  return { unit, inCategory, nomination: (item: NominationFacts) => unit(item) && inCategory(item) }
}

function narrowed({ unit, campaign, ...facts }: Facts, meant: About): Facts {
  const within = (each: UnitFacts): UnitFacts => ({
    ...each,
    nominations: each.nominations.filter(meant.nomination),
    quotas: each.quotas.filter(meant.inCategory),
  })
  const inCampaign = campaign && {
    ...campaign,
    list: campaign.list.filter(meant.nomination),
    targets: campaign.targets.filter(meant.inCategory),
    units: campaign.units.filter(meant.unit).map(within),
  }
  return { ...facts, ...(unit && { unit: within(unit) }), ...(inCampaign && { campaign: inCampaign }) }
}
