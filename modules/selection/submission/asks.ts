import { fieldsOf } from '#kernel/forms/shared/index.ts'
import { childUnits } from '#kernel/units/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Submission } from '../load.ts'
import { formOf } from '../plan/lookup.ts'
import type { SubmissionAsks } from '../shared/api/submissions.ts'
import { type Plan, recommendStage, type StageOf, stepsWithin } from '../shared/index.ts'

/** Levels of media in the words that a clerk chooses from. */
const mediaLevels = {
  unit: '本单位',
  county: '县区媒体',
  city: '市级媒体',
  province: '省级媒体',
  national: '中央媒体',
} as const

/** What the frozen plan asks of a unit beside its nominees. `fills` also lists the units it may ask in turn. */
export const asksOf = async (db: Db, submission: Submission, fills: boolean): Promise<SubmissionAsks> => {
  const { plan } = submission
  const recommend = recommendStage(plan)!
  const steps = stepsWithin(plan, recommend)
  const meeting = steps.find((step): step is StageOf<'decide'> => step.kind === 'decide')
  return {
    report: reportOf(plan),
    materials: plan.materials
      .filter(({ of, kind, stage }) => of === 'unit' && kind !== 'report' && stage === recommend.key)
      .map(({ key, name, required, clause }) => ({ key, name, required, clause: clause ?? '' })),
    notice: noticeOf(
      plan,
      steps.find((step): step is StageOf<'publicise'> => step.kind === 'publicise'),
    ),
    meeting: meeting ? { body: meeting.rounds[0]?.body ?? '' } : null,
    ranked: recommend.ranking !== undefined,
    selfRecommendations: fills && recommend.selfRecommendation !== undefined,
    fields: Object.fromEntries(plan.categories.map(({ key }) => [key, pointsOf(plan, key)])),
    invitable: fills ? await invitableUnits(db, submission) : [],
    lateAllowed: recommend.late === 'unlock',
  }
}

const reportOf = (plan: Plan): SubmissionAsks['report'] => {
  const report = plan.materials.find(({ kind, of }) => kind === 'report' && of === 'unit')
  return report ? { name: report.name, sections: report.sections ?? [], note: report.note ?? null } : null
}

const noticeOf = (plan: Plan, step: StageOf<'publicise'> | undefined): SubmissionAsks['notice'] =>
  step
    ? {
        workdays: step.minWorkdays,
        countPublishDay: plan.calendar.countPublishDay,
        levels: (step.mediaLevels.length > 0 ? step.mediaLevels : (['unit'] as const)).map(key => ({
          key,
          name: mediaLevels[key],
        })),
        media: step.media,
        runningAllowed: step.runningAllowed,
      }
    : null

/** The form's fields and the nominee's papers, each by the path that a finding would carry. */
const pointsOf = (plan: Plan, category: string) => [
  ...fieldsOf(formOf(plan, category)).map(({ key, label }) => ({ path: `answers.${key}`, label })),
  ...plan.materials
    .filter(({ of, kind }) => of === 'nominee' && kind !== 'form' && kind !== 'photo')
    .filter(({ categories }) => categories === 'all' || categories.includes(category))
    .map(({ key, name, text }) => ({ path: text ? `articles.${key}` : `materials.${key}`, label: name })),
]

const invitableUnits = async (db: Db, submission: Submission) => {
  const { rows } = await sql<{ unitId: number }>`
    select s.unit_id as "unitId" from selection.submission s join units.unit u on u.id = s.unit_id
    where s.campaign_id = ${submission.campaignId} and u.parent_id = ${submission.unitId}`.execute(db)
  const asked = new Set(rows.map(({ unitId }) => unitId))
  const below = await childUnits(db, submission.unitId)
  return below.filter(({ id }) => !asked.has(id)).map(({ id, name }) => ({ id, name }))
}
