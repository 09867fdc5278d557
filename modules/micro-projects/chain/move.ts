import type { Who } from '#kernel/audit/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { Project } from '../project/load.ts'
import { recordOf } from '../project/record.ts'
import { type State, states } from '../shared/index.ts'

/** Takes a project, which the caller has locked, to its next state, on record; whose turn it is then is told. */
export const moveTo = async (tx: Tx, who: Who, project: Project, to: State, detail = {}): Promise<void> => {
  await sql`
    update micro.project set state = ${to}, revision = revision + 1, changed_at = app.now(),
      submitted_at = case ${to} when 'secretary' then app.now() when 'draft' then null else submitted_at end
    where id = ${project.id}`.execute(tx)
  await tellNext(tx, project, to)
  await recordOf(tx, who, project.id, 'move', { from: project.state, to, ...detail })
}

const tellNext = async (tx: Tx, project: Project, to: State): Promise<void> => {
  const next = nextPost(project, to)
  if (!next) return
  const postIds = await postsWithRole(tx, next.unitId, next.role)
  const subject = `微实事“${project.title}”：${states[to]}`
  const body = `${project.villageName}“${project.title}”现在是“${states[to]}”，请登录办理。`
  await notify(tx, { postIds, subject, body, link: `/micro/projects/${project.id}` })
}

/** The post whose turn it is in a state, at the village or at the sub-district. */
const nextPost = (project: Project, state: State): { unitId: number; role: string } | undefined => {
  const { chain } = project.programme
  const village = { unitId: project.villageId }
  const district = { unitId: project.districtId }
  const turns: Partial<Record<State, { unitId: number; role: string }>> = {
    draft: { ...village, role: 'village-staff' },
    secretary: { ...village, role: chain.secretary },
    office: { ...district, role: chain.office },
    leader: { ...district, role: chain.leader },
    amount: { ...district, role: chain.amount },
    meeting: { ...district, role: chain.meeting },
    building: { ...village, role: 'village-staff' },
    completed: { ...village, role: 'village-staff' },
    acceptance: { ...village, role: chain.secretary },
    committee: { ...district, role: chain.committee },
    accepted: { ...district, role: 'finance' },
  }
  return turns[state]
}
