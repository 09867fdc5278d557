import { type Actor, reaches } from '#kernel/access/index.ts'
import type { Db } from '#platform/db/index.ts'
import type { FileRow } from './file.ts'

export type Readable = { file: FileRow; granted: boolean }

/** One's own uploads, those of one's unit and of the units below it, what is public, and what a module grants. */
export const canRead = (actor: Actor, { file, granted }: Readable) =>
  granted || file.public || file.uploadedBy === actor.id || (file.unitPath !== null && reaches(actor, file.unitPath))

/** Asked about a file the tree of units does not open to the actor: an expert's slip, a department's. */
export type Grant = (db: Db, actor: Actor, file: FileRow) => Promise<boolean>
const grants: Grant[] = []

/** Registers, at start, who else may read what a module keeps. */
export const grantReading = (grant: Grant): void => {
  grants.push(grant)
}

export const isGranted = async (db: Db, actor: Actor, file: FileRow): Promise<boolean> => {
  for (const grant of grants) if (await grant(db, actor, file)) return true
  return false
}
