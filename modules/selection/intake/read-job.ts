import { z } from 'zod'
import { findFiles } from '#kernel/files/index.ts'
import { defineJob, enqueue, registerSweep } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { log } from '#platform/logging/index.ts'
import { loadSubmission } from '../load.ts'
import { removeForgotten } from './drop-form.ts'
import { type FilledForm, readFilled } from './form.ts'
import type { FormSummary } from './shared/api.ts'
import { isDoubtful } from './shared/doubts.ts'

const MOST_ATTEMPTS = 3
const NOT_READ = '这份文件几次都没有读完，请用Word另存为.docx后再试，或者直接填写。'

type Claimed = { id: number; submissionId: number; fileId: number; attempts: number }

/** Takes the next file in hand; another process takes another. */
const claim = async (db: Db): Promise<Claimed | undefined> => {
  const { rows } = await sql<Claimed>`
    update selection.reading set state = 'reading', beat_at = clock_timestamp(), attempts = attempts + 1
    where id = (select id from selection.reading where state = 'waiting' order by id limit 1 for update skip locked)
    returning id, submission_id as "submissionId", file_id as "fileId", attempts`.execute(db)
  return rows[0]
}

const summaryOf = ({ categories, cells, article, layout }: FilledForm): FormSummary => ({
  categoryName: categories[0]?.name ?? '',
  doubts: cells.filter(isDoubtful).length,
  article: article !== null,
  layout: layout.length,
})

const keepReading = (db: Db, id: number, result: FilledForm) =>
  sql`update selection.reading set state = 'read', beat_at = null, result = ${JSON.stringify(result)}::jsonb,
      summary = ${JSON.stringify(summaryOf(result))}::jsonb
    where id = ${id}`.execute(db)

const keepRefusal = (db: Db, id: number, problem: string) =>
  sql`update selection.reading set state = 'refused', beat_at = null, problem = ${problem} where id = ${id}`.execute(db)

const putBack = (db: Db, id: number) =>
  sql`update selection.reading set state = 'waiting', beat_at = null where id = ${id}`.execute(db)

const readOne = async (db: Db, { id, submissionId, fileId, attempts }: Claimed): Promise<void> => {
  const [submission, [file]] = [await loadSubmission(db, submissionId), await findFiles(db, [fileId])]
  if (!submission || !file) return void (await keepRefusal(db, id, '文件已经不在，请重新上传。'))
  try {
    await keepReading(db, id, await readFilled(db, { submission, file }))
  } catch (error) {
    if (error instanceof Problem) return void (await keepRefusal(db, id, error.message))
    log.error('form not read', { id, error })
    if (attempts < MOST_ATTEMPTS) await putBack(db, id)
    else await keepRefusal(db, id, NOT_READ)
  }
}

/** Reads whatever waits, one file after another; a file that cannot be read is refused with its reason, and the next follows. */
export const readWaiting = async (db: Db): Promise<void> => {
  for (let next = await claim(db); next; next = await claim(db)) await readOne(db, next)
}

export const readBrought = defineJob({
  name: 'intake.read',
  schema: z.object({}),
  retries: 3,
  handle: readWaiting,
})

const STALE = sql`interval '3 minutes'`

/** A process that died leaves its file in hand without a beat: it is read again, a few times at most. */
export const resumeAbandoned = (db: Db): Promise<void> =>
  inTransaction(db, async tx => {
    await sql`update selection.reading set state = 'refused', beat_at = null, problem = ${NOT_READ}
      where state = 'reading' and attempts >= ${MOST_ATTEMPTS} and beat_at < clock_timestamp() - ${STALE}`.execute(tx)
    const { numAffectedRows } = await sql`
      update selection.reading set state = 'waiting', beat_at = null
      where state = 'reading' and beat_at < clock_timestamp() - ${STALE}`.execute(tx)
    if (numAffectedRows) await enqueue(tx, readBrought, {})
  })

registerSweep('intake.forms', async db => {
  await resumeAbandoned(db)
  await removeForgotten(db)
})
