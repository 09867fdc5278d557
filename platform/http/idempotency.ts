import { createHash } from 'node:crypto'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from './shared/problem.ts'

export type Caller = { key: string; actor: string; endpoint: string; body: unknown }
type Stored = { request_hash: string; status: number | null; answer: unknown }

/**
 * Runs a write once for each key. The row is part of the caller's transaction: a second request with the same key
 * waits for the first to commit and then gets the same answer; if the first failed, nothing is left and it runs.
 * @throws Problem `idempotency.mismatch` when the key comes back with other content
 */
export const once = async <Answer>(tx: Tx, caller: Caller, act: () => Promise<Answer>): Promise<Answer> => {
  const hash = createHash('sha256')
    .update(`${caller.endpoint}\n${JSON.stringify(caller.body ?? null)}`)
    .digest('hex')
  const claimed = await sql`
    insert into app.idempotency (key, actor, endpoint, request_hash)
    values (${caller.key}, ${caller.actor}, ${caller.endpoint}, ${hash})
    on conflict (key, actor) do nothing returning key`.execute(tx)
  if (claimed.rows.length === 0) return replay<Answer>(tx, caller, hash)
  const answer = await act()
  await sql`
    update app.idempotency set status = 200, answer = ${JSON.stringify(answer ?? null)}::jsonb
    where key = ${caller.key} and actor = ${caller.actor}`.execute(tx)
  return answer
}

const replay = async <Answer>(tx: Tx, caller: Caller, hash: string): Promise<Answer> => {
  const { rows } = await sql<Stored>`
    select request_hash, status, answer from app.idempotency
    where key = ${caller.key} and actor = ${caller.actor}`.execute(tx)
  if (rows[0]?.request_hash !== hash)
    throw refuse('idempotency.mismatch', '这次提交与上一次用了同一个编号但内容不同，请刷新页面后再提交。', {
      status: 422,
    })
  return rows[0].answer as Answer
}
