import type { Who } from '#kernel/audit/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { Project } from '../project/load.ts'
import { recordOf } from '../project/record.ts'
import { type State, states } from '../shared/index.ts'

/** Takes a project, which the caller has locked, to its next state, on record; whose turn it is then is told, and its lead. */
export const moveTo = async (
  tx: Tx,
  who: Who & { accountId?: number | null },
  project: Project,
  to: State,
  detail: { comment?: string; [key: string]: unknown } = {},
): Promise<void> => {
  await sql`
    update micro.project set state = ${to}, revision = revision + 1, changed_at = app.now(),
      submitted_at = case ${to} when 'secretary' then app.now() when 'draft' then null else submitted_at end
    where id = ${project.id}`.execute(tx)
  const next = await postsNext(tx, project, to)
  await tell(tx, project, to, { postIds: next, words: '请登录办理。' })
  if (ofLead.includes(to) && who.accountId !== project.leadAccountId) {
    const own = (await postsOfLead(tx, project)).filter(id => !next.includes(id))
    await tell(tx, project, to, { postIds: own, words: detail.comment ? `原因：${detail.comment}` : '请登录查看。' })
  }
  await recordOf(tx, who, project.id, 'move', { from: project.state, to, ...detail })
}

type Told = { postIds: number[]; words: string }

const tell = async (tx: Tx, { id, title, villageName }: Project, to: State, { postIds, words }: Told) => {
  if (postIds.length === 0) return
  const subject = `微实事“${title}”：${states[to]}`
  const body = `${villageName}“${title}”现在是“${states[to]}”。${words}`
  await notify(tx, { postIds, subject, body, link: `/micro/projects/${id}` })
}

/** States in which whoever leads the project learns what became of it, though it is another's turn or nobody's. */
const ofLead: readonly State[] = ['draft', 'building', 'rejected', 'ended', 'paid']

const postsOfLead = async (tx: Tx, { leadAccountId, villageId }: Project): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select p.id from access.account a join units.post_holder h on h.person_id = a.person_id and h.until is null
    join units.post p on p.id = h.post_id and p.active and p.unit_id = ${villageId}
    where a.id = ${leadAccountId} order by p.id`.execute(tx)
  return rows.map(({ id }) => id)
}

const postsNext = async (tx: Tx, project: Project, to: State): Promise<number[]> => {
  const next = nextPost(project, to)
  return next ? postsWithRole(tx, next.unitId, next.role) : []
}

/** The post whose turn it is in a state, at the village or at the sub-district. */
const nextPost = (project: Project, state: State): { unitId: number; role: string } | undefined => {
  const { chain } = project.programme
  const village = { unitId: project.villageId }
  const district = { unitId: project.districtId }
  const secretary = project.secretaryLeads || project.secretaryVacant ? 'village-committee' : chain.secretary
  const turns: Partial<Record<State, { unitId: number; role: string }>> = {
    draft: { ...village, role: 'village-staff' },
    secretary: { ...village, role: secretary },
    office: { ...district, role: chain.office },
    leader: { ...district, role: chain.leader },
    amount: { ...district, role: chain.amount },
    meeting: { ...district, role: chain.meeting },
    building: { ...village, role: 'village-staff' },
    completed: { ...village, role: 'village-staff' },
    acceptance: { ...village, role: secretary },
    committee: { ...district, role: chain.committee },
    accepted: { ...district, role: 'finance' },
  }
  return turns[state]
}
