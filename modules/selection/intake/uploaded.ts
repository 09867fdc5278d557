import { type Actor, hasRole } from '#kernel/access/index.ts'
import { type FileRow, findFile } from '#kernel/files/index.ts'
import type { Db } from '#platform/db/index.ts'
import { loadSubmission, type Submission } from '../load.ts'
import { canFillSubmission, speaksFor } from '../permissions.ts'

/** A file uploaded for a unit's list. */
export type Uploaded = { submission: Submission; file: FileRow }

export const loadUploaded = async (db: Db, params: { id: number; key: string }): Promise<Uploaded | undefined> => {
  const submission = await loadSubmission(db, params.id)
  const file = submission && (await findFile(db, params.key))
  return file && { submission, file }
}

/** Whoever fills in the list, and only what the same person or unit has uploaded. */
export const canTakeIn = (actor: Actor, { submission, file }: Uploaded): boolean =>
  canFillSubmission(actor, submission) &&
  (file.uploadedBy === actor.id || (file.unitPath !== null && file.unitPath === submission.unitPath))

/** Stamped pages are put to a nominee by a clerk of its unit, also after the list was handed in. */
export const canAttach = (actor: Actor, nomination: { unitPath: string }): boolean =>
  hasRole(actor, 'recommender') && speaksFor(actor, nomination)
