import type { SubmissionReport } from '../particulars.ts'
import type { Plan } from '../plan/index.ts'
import type { QuotaOfUnit } from '../rows.ts'
import type { NominationFacts, NoticeFacts, QuotaFacts, UnitFacts, UnitIdentity } from '../rules/index.ts'

/** A unit's submission as a whole, as the rules look at it. */
export type SubmissionContent = {
  unit: UnitIdentity
  quota: QuotaOfUnit[]
  report: SubmissionReport
  notices: NoticeFacts[]
  handedIn: Record<string, string>
  unlockedUntil: Record<string, string>
}

export const unitFacts = (plan: Plan, content: SubmissionContent, nominations: NominationFacts[]): UnitFacts => {
  const { report } = content
  return {
    unit: content.unit,
    nominations: numberedThrough(plan, nominations),
    quotas: content.quota.map(quota => quotaFacts(plan, quota)),
    notices: content.notices,
    report: {
      sections: report.sections,
      ...(report.signedBy && { signedBy: report.signedBy }),
      ...(report.sealedOn && { sealedOn: report.sealedOn }),
      ...(report.promisedBy && { promisedBy: report.promisedBy }),
      ...(report.reportedOn && { reportedOn: report.reportedOn }),
    },
    ...(report.meeting && { meeting: report.meeting }),
    handedIn: content.handedIn,
    unlockedUntil: content.unlockedUntil,
    materials: Object.entries(report.materials).map(([key, given]) => ({ key, ...given })),
    checklist: [],
    reasons: report.reasons,
  }
}

/** Units rank category by category; where two share a 排序表, the second is numbered on from the first (R003-10). */
const numberedThrough = (plan: Plan, nominations: NominationFacts[]): NominationFacts[] =>
  nominations.map(nomination => {
    const before = nominations.filter(other => standsBefore(plan, other.category, nomination.category)).length
    return nomination.rank === undefined ? nomination : { ...nomination, rank: nomination.rank + before }
  })

const standsBefore = (plan: Plan, other: string, category: string): boolean => {
  const order = plan.categories.map(({ key }) => key)
  const shared = plan.materials.some(
    ({ kind, categories }) =>
      kind === 'ranking' && categories !== 'all' && categories.includes(other) && categories.includes(category),
  )
  return shared && order.indexOf(other) < order.indexOf(category)
}

const quotaFacts = (plan: Plan, { basis: _, ...quota }: QuotaOfUnit): QuotaFacts => ({
  ...quota,
  categoryName: plan.categories.find(each => each.key === quota.category)?.name ?? quota.category,
})
