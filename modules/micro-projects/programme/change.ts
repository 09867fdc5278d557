import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Programme, programmeApi } from '../shared/index.ts'
import type { RunningProgramme } from './queries.ts'
import { changeableTerms, differingTerms, termInWords } from './terms.ts'

/**
 * Changes a running programme; what it said before is kept, with the reason.
 * @throws Problem 409 `programme.frozen` with a finding for each item that stands since the start, 422 `programme.same`
 */
export const changeProgramme = async (
  tx: Tx,
  actor: Actor,
  { id, programme }: RunningProgramme,
  { programme: next, reason }: { programme: Programme; reason: string },
): Promise<void> => {
  const changed = differingTerms(programme, next)
  const frozen = changed.filter(term => !changeableTerms[term])
  if (frozen.length > 0)
    throw refuse('programme.frozen', '额度、户数、开支、程序等自启动之日起不再更改，请在下一年度的活动中调整。', {
      findings: frozen.map(term => ({ path: `programme.${term}`, severity: 'block', message: '启动后不能更改。' })),
    })
  if (changed.length === 0) throw refuse('programme.same', '没有改动，不需要保存。', { status: 422 })
  await sql`insert into micro.programme_change (programme_id, before, reason, changed_by)
    select id, content, ${reason}, ${actor.accountId} from micro.programme where id = ${id}`.execute(tx)
  await sql`update micro.programme set content = ${JSON.stringify(next)}::jsonb where id = ${id}`.execute(tx)
  await record(tx, actor, {
    action: 'micro.programme.change',
    subjectKind: 'micro.programme',
    subjectId: id,
    detail: { changed, reason },
  })
}

type Version = Omit<programmeApi.ProgrammeChange, 'items'> & { before: Programme }

const nameOf = (accountId: string) => sql`(select n.name from access.account a join units.person n on n.id = a.person_id
    where a.id = ${sql.ref(accountId)})`

/** A programme's versions, the newest first: who changed it when, why, and what it said before and after. */
export const programmeChanges = async (db: Db, { id, programme }: RunningProgramme) => {
  const { rows: versions } = await sql<Version>`
    select c.id, c.at, ${nameOf('c.changed_by')} as by, c.reason, c.before from micro.programme_change c
    where c.programme_id = ${id} order by c.id desc`.execute(db)
  const { rows: started } = await sql<{ at: string; by: string | null }>`
    select g.started_at as at, ${nameOf('g.started_by')} as by from micro.programme g where g.id = ${id}`.execute(db)
  const changes = versions.map(({ before, ...version }, newer) => {
    const after = versions[newer - 1]?.before ?? programme
    return { ...version, items: differingTerms(before, after).map(term => itemOf(term, before, after)) }
  })
  return { title: programme.title, started: started[0]!, changes }
}

const itemOf = (term: keyof Programme, before: Programme, after: Programme) => ({
  name: changeableTerms[term] ?? term,
  from: termInWords(before, term),
  to: termInWords(after, term),
})
