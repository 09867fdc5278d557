import { sql, type Tx } from '#platform/db/index.ts'

/**
 * Keeps what a unit hands in, nomination by nomination, where it differs from what was handed in before.
 * The hash covers the unit's own part only: the upper level's opinions come later.
 */
export const keepVersions = async (tx: Tx, submissionId: number): Promise<void> => {
  await sql`
    insert into selection.nomination_version (nomination_id, version, answers, articles, hash, unit_id)
    select m.id, coalesce(last.version, 0) + 1, m.answers, m.articles, content.hash, m.unit_id
    from selection.nomination m
    cross join lateral (select encode(sha256(convert_to(m.answers::text || m.articles::text, 'UTF8')), 'hex') as hash) content
    left join lateral (
      select version, hash from selection.nomination_version v
      where v.nomination_id = m.id order by version desc limit 1) last on true
    where m.submission_id = ${submissionId} and m.state = 'submitted' and last.hash is distinct from content.hash`.execute(
    tx,
  )
}
