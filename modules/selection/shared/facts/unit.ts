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
    nominations,
    quotas: content.quota.map(quota => quotaFacts(plan, quota)),
    notices: content.notices,
    report: {
      sections: report.sections,
      ...(report.signedBy && { signedBy: report.signedBy }),
      ...(report.sealedOn && { sealedOn: report.sealedOn }),
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

const quotaFacts = (plan: Plan, { basis: _, ...quota }: QuotaOfUnit): QuotaFacts => ({
  ...quota,
  categoryName: plan.categories.find(each => each.key === quota.category)?.name ?? quota.category,
})
