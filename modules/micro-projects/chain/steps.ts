import { type Actor, hasRole } from '#kernel/access/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { isAtDistrict, signsForVillage } from '../permissions.ts'
import type { Project } from '../project/load.ts'
import { type State, type Step, steps } from '../shared/index.ts'

/** A step is due in the state of its own name, and in no other. */
const isStep = (state: State): state is State & Step => state in steps

/** Whether a step of a project is this person's to take: by post alone, not yet by person. */
export const mayTake = (actor: Actor, project: Project, step: Step): boolean =>
  step === 'secretary' || step === 'acceptance'
    ? signsForVillage(actor, project)
    : hasRole(actor, project.programme.chain[step]) && isAtDistrict(actor, project)

/** The step that waits for this person; null where another's is due. */
export const dueStep = (actor: Actor, project: Project): Step | null =>
  isStep(project.state) && mayTake(actor, project, project.state) ? project.state : null

/** Within each, no person stands twice; the village's and the committee's signature of acceptance are of their own kind. */
const apart: Step[][] = [
  ['secretary', 'office', 'leader', 'amount', 'meeting'],
  ['acceptance', 'committee'],
]

/** @throws Problem `micro.order` (R004-10) */
export const requireState = (project: Project, ...anyOf: State[]): void => {
  if (anyOf.includes(project.state)) return
  const { state } = project
  const due = isStep(state) ? steps[state] : dueNames[state]
  throw refuse('micro.order', due ? `请先完成“${due}”。` : '这个项目已经结束，不能再办理。')
}

const dueNames: Partial<Record<State, string>> = {
  draft: '申报',
  building: '登记完工',
  completed: '完工公示',
  publicity: '公示',
  accepted: '拨付',
}

/** Whether an actor is the lead: by account, or for a member without one by name in the village. */
const leads = (actor: Actor, personId: number, project: Project): boolean =>
  personId === project.leadPersonId ||
  (project.leadAccountId === null && actor.unitId === project.villageId && actor.name === project.leadName)

/** @throws Problem 403 `micro.same-person` for whoever leads the project */
export const requireNotLead = async (tx: Tx, actor: Actor, project: Project): Promise<void> => {
  const { rows } = await sql<{ id: number }>`
    select person_id as id from access.account where id = ${actor.accountId}`.execute(tx)
  if (leads(actor, rows[0]!.id, project))
    throw samePerson('您是这个项目的牵头人，不能审核自己的项目，请由其他同志签字（书记牵头的，由其他党组织委员签字）。')
}

/**
 * The person behind an actor, once it is sure that he neither leads the project nor took another step beside this one.
 * @throws Problem 403 `micro.same-person`
 */
export const requireOther = async (tx: Tx, actor: Actor, project: Project, step: Recorded): Promise<number> => {
  await requireNotLead(tx, actor, project)
  const { rows } = await sql<{ id: number; took: string[] }>`
    select a.person_id as id, coalesce((select array_agg(s.step) from micro.step s where s.project_id = ${project.id}
      and s.round = ${project.round} and s.outcome = 'pass' and s.person_id = a.person_id), '{}') as took
    from access.account a where a.id = ${actor.accountId}`.execute(tx)
  const { id, took } = rows[0]!
  const mates = apart.find(group => group.some(each => each === step)) ?? []
  const other = took.find(each => each !== step && mates.includes(each as Step))
  if (other) throw samePerson(`您已经办理过“${steps[other as Step]}”，这一步须由另一位同志办理。`)
  return id
}

const samePerson = (detail: string) => refuse('micro.same-person', detail, { status: 403 })

type Recorded = Step | 'end'
export type Taken = {
  step: Recorded
  outcome: 'pass' | 'return' | 'reject' | 'end'
  comment: string
  meetingId?: number
}

/** Why not the secretary but another member of the committee signs for the village; null where he does. */
const insteadOf = (actor: Actor, { secretaryLeads }: Project, step: Recorded): 'leads' | 'vacant' | null => {
  if ((step !== 'secretary' && step !== 'acceptance') || hasRole(actor, 'secretary')) return null
  return secretaryLeads ? 'leads' : 'vacant'
}

/** Puts a step on the project's own record, with who took it and on which post. */
export const recordStep = async (tx: Tx, actor: Actor, project: Project, taken: Taken): Promise<void> => {
  const personId = await requireOther(tx, actor, project, taken.step)
  await sql`
    insert into micro.step (project_id, step, outcome, round, person_id, actor_name, post_title, comment, meeting_id,
      instead)
    values (${project.id}, ${taken.step}, ${taken.outcome}, ${project.round}, ${personId}, ${actor.name},
      ${actor.postTitle}, ${taken.comment}, ${taken.meetingId ?? null}, ${insteadOf(actor, project, taken.step)})`.execute(
    tx,
  )
}
