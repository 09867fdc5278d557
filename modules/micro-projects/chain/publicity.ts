import type { Actor } from '#kernel/access/index.ts'
import {
  approveNotice,
  draftNotice,
  findNotice,
  issueNotice,
  type NewNotice,
  type NoticeRow,
  noticesOf,
  returnNotice,
  reviseNotice,
  saveNotice,
  sendNotice,
} from '#kernel/publicity/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import { publicTitle } from '../shared/index.ts'
import { requireClear } from './apply.ts'
import { noticeContent, publicityFindings } from './notice-content.ts'
import { noticeModule, noticeStage } from './notice-events.ts'
import { requireState } from './steps.ts'

/**
 * 拟稿并送审, by the village's staff; after a return it is drawn up anew from the project, and where one stands issued
 * that was found wrong this is its new version. The sheet on the wall is another then, and is put up anew.
 * @throws Problem 422 `micro.not-ready` with findings, `micro.supervisor`
 */
export const draftPublicity = async (tx: Tx, actor: Actor, project: Project): Promise<void> => {
  requireState(project, 'completed')
  requireClear(await publicityFindings(tx, project), '公示')
  const content = await noticeContent(tx, project)
  const { publicityWorkdays: workdays } = project.programme
  const title = `关于“${publicTitle(project)}”项目完成情况的公示`
  const standing = await standingDraft(tx, actor, project)
  if (standing) await saveNotice(tx, actor, standing, { title, content, workdays, basedOn: standing.contentHash })
  const id = standing?.id ?? (await newDraft(tx, actor, project, { title, content, workdays }))
  await sql`update micro.project set notice_id = ${id}, posted_on = null where id = ${project.id}`.execute(tx)
  await sendNotice(tx, actor, (await findNotice(tx, id, true))!)
}

type Drawn = Pick<NewNotice, 'title' | 'content' | 'workdays'>

const newDraft = async (tx: Tx, actor: Actor, { id, districtId }: Project, drawn: Drawn): Promise<number> => {
  const matter = { module: noticeModule, matterId: id, stage: noticeStage, unitId: districtId }
  return (await draftNotice(tx, actor, { ...matter, kind: 'publicity', ...drawn })).id
}

/** What was returned, or a new version of the one that stands issued. */
const standingDraft = async (tx: Tx, actor: Actor, { id, noticeId }: Project): Promise<NoticeRow | undefined> => {
  if (noticeId !== null) return findNotice(tx, noticeId, true)
  const issued = (await noticesOf(tx, noticeModule, id, noticeStage)).find(({ state }) => state === 'issued')
  const revised = issued && (await reviseNotice(tx, actor, (await findNotice(tx, issued.id, true))!))
  return revised === undefined ? undefined : findNotice(tx, revised, true)
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
