import type { Actor } from '#kernel/access/index.ts'
import { system } from '#kernel/audit/index.ts'
import {
  approveNotice,
  draftNotice,
  findNotice,
  issueNotice,
  listenToPublicity,
  type NoticeContentInput,
  type NoticeRow,
  openObjections,
  returnNotice,
  saveNotice,
  sendNotice,
} from '#kernel/publicity/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { findProject, type Project } from '../project/load.ts'
import { yuan } from '../shared/index.ts'
import { moveTo } from './move.ts'
import { requireState } from './steps.ts'

const module = 'micro-projects'

/** 附件2's words; who supervises and where to call stand on every one (R004-15). @throws Problem `micro.supervisor` */
const contentOf = (project: Project): NoticeContentInput => {
  const { supervisor, supervisorPhone, title } = project.programme
  if (!supervisorPhone) throw refuse('micro.supervisor', '公示缺少监督单位或监督电话，请党建办在活动设置中补充。')
  const money = `实用总资金${yuan(project.spentFen)}元，资金来源：${project.programme.fundingSource}`
  const item = {
    key: project.code,
    name: project.title,
    unit: project.villageName,
    unitId: project.villageId,
    note: `牵头人：${project.leadName}；${money}`,
  }
  return {
    intro: `${project.villageName}“${project.title}”已经完工，现将“${title}”活动项目完成情况予以公示，接受群众监督。`,
    sections: [{ heading: '项目完成情况', text: project.completion?.text, items: [item] }],
    objection: { office: supervisor, phone: supervisorPhone },
    basis: project.programme.documentNo,
  }
}

/** 拟稿并送审, by the village's staff; after a return the notice is drawn up anew from the project. */
export const draftPublicity = async (tx: Tx, actor: Actor, project: Project): Promise<void> => {
  requireState(project, 'completed')
  const content = contentOf(project)
  const workdays = project.programme.publicityWorkdays
  const title = `关于“${project.title}”项目完成情况的公示`
  const before = project.noticeId === null ? undefined : await findNotice(tx, project.noticeId, true)
  if (before) {
    const basedOn = before.contentHash
    await saveNotice(tx, actor, before, { title, content: content as NoticeRow['content'], workdays, basedOn })
    return sendNotice(tx, actor, (await findNotice(tx, before.id, true))!)
  }
  const matter = { module, matterId: project.id, stage: 'publicity', unitId: project.districtId }
  const { id } = await draftNotice(tx, actor, { ...matter, kind: 'publicity', title, content, workdays })
  await sql`update micro.project set notice_id = ${id} where id = ${project.id}`.execute(tx)
  await sendNotice(tx, actor, (await findNotice(tx, id, true))!)
}

const noticeOf = async (tx: Tx, { noticeId }: Project): Promise<NoticeRow> => {
  const notice = noticeId === null ? undefined : await findNotice(tx, noticeId, true)
  if (!notice) throw refuse('micro.order', '请先拟写完工公示。')
  return notice
}

/** 审核, for the village. */
export const approvePublicity = async (tx: Tx, actor: Actor, project: Project) =>
  approveNotice(tx, actor, await noticeOf(tx, project))

export const returnPublicity = async (tx: Tx, actor: Actor, project: Project, comment: string) =>
  returnNotice(tx, actor, await noticeOf(tx, project), comment)

/** 签发上网, by the supervising office; its period begins. */
export const issuePublicity = async (tx: Tx, actor: Actor, project: Project) =>
  issueNotice(tx, actor, await noticeOf(tx, project))

const projectOf = async (tx: Tx, notice: NoticeRow): Promise<Project | undefined> => {
  const project = await findProject(tx, notice.matterId, true)
  return project?.noticeId === notice.id ? project : undefined
}

/** Once the period is over and no objection is open, the village may fill the acceptance form. */
const goOn = async (tx: Tx, notice: NoticeRow): Promise<void> => {
  const project = await projectOf(tx, notice)
  const { rows } = await sql<{ over: boolean }>`
    select ${notice.proceedOn}::date <= (app.now() at time zone 'Asia/Shanghai')::date as over`.execute(tx)
  if (project?.state !== 'publicity' || !rows[0]!.over) return
  if ((await openObjections(tx, notice.id)).length === 0) await moveTo(tx, system, project, 'acceptance')
}

listenToPublicity(module, {
  onIssued: async (tx, notice) => {
    const project = await projectOf(tx, notice)
    if (project?.state !== 'completed') return
    await sql`update micro.project set may_accept_on = ${notice.proceedOn} where id = ${project.id}`.execute(tx)
    await moveTo(tx, system, project, 'publicity', { notice: notice.code })
  },
  onPeriodEnded: goOn,
  onObjectionConcluded: goOn,
})
