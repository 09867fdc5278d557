import { system } from '#kernel/audit/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { findNotice, listenToPublicity, type NoticeRow, openObjections } from '#kernel/publicity/index.ts'
import { businessToday, sql, type Tx } from '#platform/db/index.ts'
import { shownNow } from '../pictures/shown.ts'
import { findProject, type Project } from '../project/load.ts'
import type { State } from '../shared/index.ts'
import { moveTo } from './move.ts'
import { noticeFindings } from './notice-content.ts'

export const noticeModule = 'micro-projects'
export const noticeStage = 'publicity'

const projectOf = (tx: Tx, { matterId }: NoticeRow): Promise<Project | undefined> => findProject(tx, matterId, true)
const unaccepted: readonly State[] = ['publicity', 'acceptance', 'committee']

/** The notice that stands issued is the project's, whichever desk it was drawn up at; a new version begins anew. */
const follow = async (tx: Tx, notice: NoticeRow): Promise<void> => {
  const project = await projectOf(tx, notice)
  if (!project) return
  await sql`update micro.project set notice_id = ${notice.id} where id = ${project.id}`.execute(tx)
  if (project.state !== 'completed' && !unaccepted.includes(project.state)) return
  const posted = project.noticeId === notice.id ? project.postedOn : null
  await sql`
    update micro.project set may_accept_on = ${notice.proceedOn}, posted_on = ${posted}
    where id = ${project.id}`.execute(tx)
  if (project.state !== 'publicity') await moveTo(tx, system, project, 'publicity', { notice: notice.code })
}

/** Once the period is over and no objection is open, the village may fill the acceptance form. */
const goOn = async (tx: Tx, { matterId }: NoticeRow): Promise<void> => {
  const project = await findProject(tx, matterId, true)
  const notice = project?.noticeId ? await findNotice(tx, project.noticeId) : undefined
  if (project?.state !== 'publicity' || !notice || !(await isOver(tx, notice))) return
  if ((await openObjections(tx, notice.id)).length === 0) await moveTo(tx, system, project, 'acceptance')
}

/** Whether a notice stands issued and its period has ended. */
const isOver = async (tx: Tx, { state, proceedOn }: NoticeRow): Promise<boolean> =>
  state === 'issued' && proceedOn !== null && proceedOn <= (await businessToday(tx))

/** Back to where the village mends what was found wrong, in the works, the money or the words, and publicises anew. */
const setBack = async (tx: Tx, project: Project, why: { withdrawn: string } | { objection: number }): Promise<void> => {
  await sql`
    update micro.project set notice_id = null, may_accept_on = null, posted_on = null
    where id = ${project.id}`.execute(tx)
  await moveTo(tx, system, project, 'completed', why)
  const postIds = await postsWithRole(tx, project.villageId, 'village-staff', 'secretary')
  const found = 'objection' in why ? '公示期间的反映经查属实或者部分属实' : '公示已经撤回'
  const subject = `微实事“${project.title}”：${found}`
  const body = '请整改或者更正照片、开支和完工情况，再重新拟写公示；公示期重新计算。'
  await notify(tx, { postIds, subject, body, link: `/micro/projects/${project.id}` })
}

listenToPublicity(noticeModule, {
  findings: async (tx, notice) => {
    const project = await projectOf(tx, notice)
    return project ? noticeFindings(tx, project, notice) : []
  },
  shownPictures: (db, { matterId }) => shownNow(db, matterId),
  onReturned: async (tx, { id }) => {
    await sql`update micro.project set posted_on = null where notice_id = ${id}`.execute(tx)
  },
  onIssued: follow,
  onPeriodEnded: goOn,
  onWithdrawn: async (tx, notice) => {
    const project = await projectOf(tx, notice)
    if (project?.noticeId === notice.id && unaccepted.includes(project.state))
      await setBack(tx, project, { withdrawn: notice.code })
  },
  onObjectionConcluded: async (tx, notice, { id, outcome }) => {
    if (outcome !== 'upheld' && outcome !== 'partly') return goOn(tx, notice)
    const project = await projectOf(tx, notice)
    if (project && [...unaccepted, 'accepted'].includes(project.state)) await setBack(tx, project, { objection: id })
  },
})
