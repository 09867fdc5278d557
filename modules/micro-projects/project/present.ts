import type { Actor } from '#kernel/access/index.ts'
import { findNotice, noticeStatus } from '#kernel/publicity/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { publicityFindings } from '../chain/notice-content.ts'
import { dueStep, mayTake } from '../chain/steps.ts'
import { checksSignatures, holdsPurse, isStaffOf, runsProgramme, signsForVillage, worksOn } from '../permissions.ts'
import { pictureFindings } from '../pictures/findings.ts'
import {
  briefParagraph,
  briefSchema,
  endingStates,
  type PlaqueKey,
  peopleFindings,
  plaqueFor,
  type projectApi,
  type Step,
  steps,
} from '../shared/index.ts'
import { applicationFindings } from './findings.ts'
import type { Project } from './load.ts'
import { mayStillChange } from './notice.ts'
import { briefColumns, linesOf, statesWaitingFor } from './queries.ts'

/** A project as its page shows it to this person, with what he may do next. */
export const presentProject = async (db: Db, actor: Actor, project: Project) => {
  const full = briefSchema.safeParse(project.brief)
  const permissions = permissionsOf(actor, project)
  return {
    ...(await briefOf(db, project.id)),
    mine: statesWaitingFor(actor).includes(project.state),
    ...pick(project),
    paragraph: full.success && project.askedFen > 0 ? briefParagraph(full.data, project.askedFen) : null,
    lines: await linesOf(db, project.id),
    notice: await noticeOf(db, project),
    plaque: await plaqueOf(db, project.id),
    plaqueFits: await plaqueForLead(db, project.leadId),
    findings: await findingsOf(db, actor, project),
    history: await historyOf(db, project.id),
    permissions: { ...permissions, complete: permissions.complete && (await mayStillChange(db, project)) },
  }
}

const pick = ({
  programme,
  place,
  organiser,
  brief,
  revision,
  completion,
  acceptance,
  postedOn,
  mayAcceptOn,
}: Project) => ({
  ...{ programme, place, organiser, brief, revision, completion, acceptance, postedOn, mayAcceptOn },
})

const briefOf = async (db: Db, id: number) => {
  const { rows } = await sql<Omit<projectApi.ProjectBrief, 'mine'>>`
    select ${briefColumns} from micro.project p join units.unit v on v.id = p.village_id
    join micro.member m on m.id = p.lead_id where p.id = ${id}`.execute(db)
  return rows[0]!
}

/** What would stop the next act of whoever looks; signs of proxy signing are the checker's alone. */
const findingsOf = async (db: Db, actor: Actor, project: Project) => {
  if (project.state === 'building') return pictureFindings(db, project)
  if (project.state === 'completed')
    return [...(await publicityFindings(db, project)), ...peopleFindings(project.completion)]
  if (!['draft', 'secretary', 'office'].includes(project.state)) return []
  const all = await applicationFindings(db, project)
  return checksSignatures(actor, project) ? all : all.filter(({ rule }) => rule !== 'R004-03')
}

const noticeOf = async (db: Db, { noticeId }: Project) => {
  const notice = noticeId === null ? undefined : await findNotice(db, noticeId)
  if (!notice) return null
  const { id, code, state } = notice
  return {
    id,
    code,
    state,
    status: noticeStatus(notice, await businessToday(db)).label,
    returnComment: notice.returnComment,
  }
}

const plaqueOf = async (db: Db, id: number) => {
  const { rows } = await sql<{ textKey: PlaqueKey; orderedAt: string; hungOn: string | null }>`
    select text_key as "textKey", ordered_at as "orderedAt", hung_on as "hungOn" from micro.plaque
    where project_id = ${id}`.execute(db)
  return rows[0] ?? null
}

const plaqueForLead = async (db: Db, leadId: number) => {
  const { rows } = await sql<{ party: boolean }>`select party from micro.member where id = ${leadId}`.execute(db)
  return plaqueFor(rows[0]!)
}

type Taken = { step: Step | 'end'; outcome: 'pass' | 'return' | 'reject' | 'end' }

const historyOf = async (db: Db, id: number) => {
  const { rows } = await sql<Taken & { actorName: string; postTitle: string; comment: string; at: string }>`
    select step, outcome, actor_name as "actorName", post_title as "postTitle", comment, at from micro.step
    where project_id = ${id} order by id`.execute(db)
  return rows.map(row => ({ ...row, stepName: row.step === 'end' ? '项目' : steps[row.step] }))
}

/** What the page offers; every act checks it once more, and by person too. */
export const permissionsOf = (actor: Actor, project: Project) => {
  const works = worksOn(actor, project)
  const { state } = project
  return {
    edit: works && state === 'draft',
    submit: works && state === 'draft',
    withdraw: works && (state === 'draft' || state === 'secretary'),
    step:
      dueStep(actor, project) ?? (state === 'publicity' && mayTake(actor, project, 'acceptance') ? 'acceptance' : null),
    complete: works && (state === 'building' || state === 'completed'),
    publish: isStaffOf(actor, project) && state === 'completed',
    approveNotice: signsForVillage(actor, project) && state === 'completed',
    issueNotice: runsProgramme(actor, project) && state === 'completed',
    post: isStaffOf(actor, project) && ['completed', 'publicity', 'acceptance'].includes(state),
    plaque: runsProgramme(actor, project) && (state === 'accepted' || state === 'paid'),
    hang: isStaffOf(actor, project) && (state === 'accepted' || state === 'paid'),
    end: runsProgramme(actor, project) && endingStates.includes(state),
    works,
    checks: checksSignatures(actor, project),
    purse: holdsPurse(actor, project),
  }
}
