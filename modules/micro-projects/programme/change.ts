import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Programme } from '../shared/index.ts'
import type { RunningProgramme } from './queries.ts'

/** What may change while the year runs: whom to call, who decides, and how many are called back from now on. */
const changeable: ReadonlySet<string> = new Set(['supervisor', 'supervisorPhone', 'meetingBody', 'callBack', 'title'])

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
  const changed = (Object.keys({ ...programme, ...next }) as (keyof Programme)[]).filter(
    key => !isDeepStrictEqual(programme[key] ?? null, next[key] ?? null),
  )
  const frozen = changed.filter(key => !changeable.has(key))
  if (frozen.length > 0)
    throw refuse('programme.frozen', '额度、户数、开支、程序等自启动之日起不再更改，请在下一年度的活动中调整。', {
      findings: frozen.map(key => ({ path: `programme.${key}`, severity: 'block', message: '启动后不能更改。' })),
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
