import type { Actor } from '#kernel/access/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import { enqueue } from '#kernel/jobs/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadSubmission, type Submission } from '../load.ts'
import { formOf } from '../plan/lookup.ts'
import type { FilledForm } from './form.ts'
import { readBrought } from './read-job.ts'
import type { BroughtForm } from './shared/api.ts'

/** A file that a unit has brought in, and its list. */
export type Brought = { id: number; submission: Submission; name: string; result: FilledForm | null }

export const loadBrought = async (db: Db, params: { id: number; key: string }): Promise<Brought | undefined> => {
  const submission = await loadSubmission(db, params.id)
  const { rows } = await sql<Omit<Brought, 'submission'>>`
    select r.id, f.name, r.result from selection.reading r join files.file f on f.id = r.file_id
    where r.submission_id = ${params.id} and f.key = ${params.key}`.execute(db)
  return submission && rows[0] && { ...rows[0], submission }
}

/**
 * Takes files in to be read by a job after the commit.
 * @throws Problem `file.unknown` for what neither this person nor its unit has uploaded
 */
export const bringForms = async (tx: Tx, actor: Actor, submissionId: number, keys: string[]): Promise<void> => {
  const files = await keepFiles(tx, actor, keys, 'intake')
  for (const { id } of files)
    await sql`insert into selection.reading (submission_id, file_id) values (${submissionId}, ${id})
      on conflict (submission_id, file_id) do nothing`.execute(tx)
  await enqueue(tx, readBrought, {})
}

export const broughtForms = async (db: Db, submissionId: number): Promise<BroughtForm[]> => {
  const { rows } = await sql<BroughtForm>`
    select f.key, f.name, r.state, r.summary, r.problem, r.saved_as as "savedAs"
    from selection.reading r join files.file f on f.id = r.file_id
    where r.submission_id = ${submissionId} order by r.id`.execute(db)
  return rows
}

/**
 * What was read of a file, with the form it is.
 * @throws Problem `intake.unread` while it is not read, or when it has been put on the list already
 */
export const presentBrought = ({ submission, name, result }: Brought) => {
  const category = result?.categories[0]
  if (!result || !category) throw refuse('intake.unread', '这份文件还没有读完，或者已经存入名单。')
  return { ...result, name, form: formOf(submission.plan, category.key) }
}

/** @throws Problem `intake.not-listed` for a nominee of another list */
export const settleForm = async (tx: Tx, { id, submission }: Brought, nominationId: number): Promise<void> => {
  const { numAffectedRows } = await sql`
    update selection.reading set saved_as = ${nominationId}, result = null
    where id = ${id} and exists (
      select from selection.nomination where id = ${nominationId} and submission_id = ${submission.id})`.execute(tx)
  if (!numAffectedRows) throw refuse('intake.not-listed', '名单上没有这个推荐对象，请刷新后再试。', { status: 422 })
}
