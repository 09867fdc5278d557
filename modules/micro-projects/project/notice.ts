import { findNotice } from '#kernel/publicity/index.ts'
import type { Db } from '#platform/db/index.ts'
import type { Project } from './load.ts'

/** Whether what a project's notice tells may still change: none was drawn up, or it was returned and is a draft. */
export const noticeIsOpen = async (db: Db, { noticeId }: Pick<Project, 'noticeId'>): Promise<boolean> => {
  const notice = noticeId === null ? undefined : await findNotice(db, noticeId)
  return !notice || notice.state === 'draft'
}

/** While a work is under way, and once it is done until the village has sent its notice to review. */
export const mayStillChange = async (db: Db, project: Pick<Project, 'state' | 'noticeId'>): Promise<boolean> =>
  project.state === 'building' || (project.state === 'completed' && (await noticeIsOpen(db, project)))
