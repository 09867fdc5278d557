import type { Db, Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import { noticeIsOpen } from '../project/notice.ts'
import { type PicturePart, partKeys, pictureParts, pictureStates, states } from '../shared/index.ts'

/** What the completion notice rests on; the posted sheet and the plaque come after it. */
const publicised: ReadonlySet<PicturePart> = new Set(['before', 'during', 'after'])

const isKept = async (db: Db, project: Project): Promise<boolean> =>
  project.state === 'completed' && !(await noticeIsOpen(db, project))

/** Parts whose pictures may come and go now: none of the works from when the completion notice is sent to review. */
export const openParts = async (db: Db, project: Project): Promise<PicturePart[]> => {
  const kept = await isKept(db, project)
  return partKeys.filter(part => pictureStates[part].includes(project.state) && !(kept && publicised.has(part)))
}

/** @throws Problem 409 `micro.state` */
export const requireOpen = async (tx: Tx, project: Project, part: PicturePart): Promise<void> => {
  const { state } = project
  if (!pictureStates[part].includes(state))
    throw refuse('micro.state', `项目“${states[state]}”，不能再改动“${pictureParts[part]}”照片。`)
  if (publicised.has(part) && (await isKept(tx, project)))
    throw refuse('micro.state', `完工公示已经送审，不能再改动“${pictureParts[part]}”照片；需要更换的，请先退回公示。`)
}
