import type { Actor } from '#kernel/access/index.ts'
import { loadCalendar } from '#kernel/calendar/index.ts'
import { latestPublishDate } from '#kernel/calendar/shared/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import type { Submission } from '../load.ts'
import { canFillSubmission, canReceiveSubmission, canRunCampaign, speaksFor } from '../permissions.ts'
import {
  type QuotaOfUnit,
  recommendStage,
  type SubmissionReport,
  stepsWithin,
  submissionReport,
} from '../shared/index.ts'
import { promisesOf } from '../stages/recommend/promises.ts'
import { asksOf } from './asks.ts'
import { whyNotReturned } from './returning.ts'

/** A unit's workplace: a constant number of queries, whatever it holds. */
export const presentSubmission = async (db: Db, actor: Actor, submission: Submission) => {
  const { plan } = submission
  const today = await businessToday(db)
  const { rows } = await sql<{ quota: QuotaOfUnit[]; report: Partial<SubmissionReport>; revision: number }>`
    select quota, report, revision from selection.submission where id = ${submission.id}`.execute(db)
  const { quota, report, revision } = rows[0]!
  const recommend = recommendStage(plan)!
  return {
    ...submission,
    campaignTitle: submission.title,
    latestPublishOn: await latestPublishOn(db, submission),
    categories: quota.map(each => ({
      ...each,
      key: each.category,
      name: plan.categories.find(({ key }) => key === each.category)?.name ?? each.category,
    })),
    nominations: await nominationsOf(db, submission.id, speaksFor(actor, submission)),
    localNotices: await localNoticesOf(db, submission.id, today),
    report: submissionReport.parse(report),
    reportRevision: revision,
    notes: await notesOf(db, submission.id),
    below: await belowOf(db, submission.id),
    asks: await asksOf(db, submission, canFillSubmission(actor, submission)),
    promised: (await promisesOf(db, plan, { submissionId: submission.id, drafts: speaksFor(actor, submission) }))
      .length,
    stages: [recommend, ...stepsWithin(plan, recommend)].map(({ key, kind, title, dueBy }) => ({
      key,
      kind,
      title,
      dueOn: dueBy ?? null,
    })),
    permissions: {
      own: canFillSubmission(actor, submission),
      fill: canFillSubmission(actor, submission) && submission.state !== 'accepted' && submission.state !== 'submitted',
      receive: canReceiveSubmission(actor, submission),
      giveBack: canReceiveSubmission(actor, submission) && !(await whyNotReturned(db, submission)),
      unlock: canRunCampaign(actor, submission),
      vetting: speaksFor(actor, submission) || submission.state !== 'open',
    },
  }
}

/** D-07: the last day on which the unit can still publish and have its notice run before the deadline. */
const latestPublishOn = async (db: Db, submission: Submission): Promise<string | null> => {
  const { plan } = submission
  const notice = plan.stages.find(stage => stage.kind === 'publicise' && stage.within)
  if (notice?.kind !== 'publicise' || !submission.dueOn) return null
  return latestPublishDate(await loadCalendar(db), {
    mustEndBy: submission.dueOn,
    workdays: notice.minWorkdays,
    countPublishDay: plan.calendar.countPublishDay,
  }).date
}

type NominationRow = {
  id: number
  category: string
  name: string
  rank: number | null
  state: string
  origin: string
  originUnit: string
  blocks: number
  warnings: number
  editedBy: string | null
  editedAt: string
}

/** Drafts and what was taken off are shown to the unit itself only. */
const nominationsOf = async (db: Db, submissionId: number, own: boolean): Promise<NominationRow[]> => {
  const { rows } = await sql<NominationRow>`
    select m.id, m.category, m.name, m.rank, m.state, m.origin, o.name as "originUnit", m.edited_by as "editedBy",
      m.edited_at as "editedAt",
      jsonb_array_length(jsonb_path_query_array(m.findings, '$[*] ? (@.severity == "block")')) as blocks,
      jsonb_array_length(jsonb_path_query_array(m.findings, '$[*] ? (@.severity <> "block")')) as warnings
    from selection.nomination m join units.unit o on o.id = m.origin_unit_id
    where m.submission_id = ${submissionId} and (${own} or m.state not in ('draft', 'removed'))
    order by m.category, m.rank nulls last, m.id`.execute(db)
  return rows
}

type LocalNoticeRow = {
  id: number
  medium: string
  mediaLevel: string
  url: string | null
  fileKeys: string[]
  publishedOn: string
  workdays: number
  lastDay: string
  nominationIds: number[]
  running: boolean
}

const localNoticesOf = async (db: Db, submissionId: number, today: string): Promise<LocalNoticeRow[]> => {
  const { rows } = await sql<LocalNoticeRow>`
    select l.id, l.medium, l.media_level as "mediaLevel", l.url, l.published_on as "publishedOn", l.workdays,
      l.last_day as "lastDay", l.nomination_ids as "nominationIds", l.last_day >= ${today}::date as running,
      array(select f.key from files.file f where f.id = any(l.file_ids)) as "fileKeys"
    from selection.local_notice l where l.submission_id = ${submissionId} order by l.published_on, l.id`.execute(db)
  return rows
}

type NoteRow = {
  nominationId: number | null
  path: string | null
  comment: string
  dueOn: string | null
  at: string
  settled: boolean
}

const notesOf = async (db: Db, submissionId: number): Promise<NoteRow[]> => {
  const { rows } = await sql<NoteRow>`
    select nomination_id as "nominationId", path, comment, due_on as "dueOn", at, settled_at is not null as settled
    from selection.return_note where submission_id = ${submissionId} order by at desc, id`.execute(db)
  return rows
}

type BelowRow = { id: number; unitId: number; unitName: string; state: string; nominations: number }

const belowOf = async (db: Db, submissionId: number): Promise<BelowRow[]> => {
  const { rows } = await sql<BelowRow>`
    select s.id, s.unit_id as "unitId", u.name as "unitName", s.state,
      (select count(*)::int from selection.nomination m where m.submission_id = s.id and m.state <> 'removed') as nominations
    from selection.submission s join units.unit u on u.id = s.unit_id
    where s.above_id = ${submissionId} order by s.unit_order, s.id`.execute(db)
  return rows
}
