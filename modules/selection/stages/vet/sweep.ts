import { registerSweep } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { cover } from './ask.ts'
import { loadVetting } from './load.ts'
import { namesOf } from './names.ts'

type Open = { id: number; stage: string; submissionId: number | undefined }

/** Asks departments about names that joined a list after they were asked: whoever comes later passes every vetting too. */
export const askAboutNewcomers = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ id: number; stage: string; submissionId: number | null }>`
    select distinct r.campaign_id as id, r.stage, q.submission_id as "submissionId"
    from selection.vet_request q join selection.stage_run r on r.id = q.stage_run_id and r.state = 'open'
    where exists (
      select from selection.nomination m
      left join selection.pool_entry e on e.stage_run_id = r.id and e.nomination_id = m.id
      where (m.submission_id = q.submission_id and m.state <> 'removed' and m.name <> ''
          or q.submission_id is null and e.outcome in ('pending', 'suspended'))
        and not exists (select from selection.vet_opinion o join selection.vet_request x on x.id = o.request_id
          where x.stage_run_id = r.id and x.submission_id is not distinct from q.submission_id
            and o.nomination_id = m.id))`.execute(db)
  for (const { submissionId, ...at } of rows) await coverOne(db, { ...at, submissionId: submissionId ?? undefined })
}

const coverOne = (db: Db, open: Open) =>
  inTransaction(db, async tx => {
    const vetting = await loadVetting(tx, open)
    if (vetting) await cover(tx, vetting, await namesOf(tx, vetting))
  })

registerSweep('selection.vet.newcomers', askAboutNewcomers)
