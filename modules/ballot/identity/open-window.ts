import { businessNow, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { clock } from '../cast/cast.ts'
import type { Frozen } from '../election/frozen.ts'

/**
 * Nothing of the identity side happens outside the window. Shares the election's row until the commit, so that whoever
 * closes waits for it and counts every credential; outside the window nothing is waited for.
 * @throws Problem `ballot.not-open`, `ballot.closed`
 */
export const requireWindow = async (tx: Tx, { id, document }: Frozen): Promise<void> => {
  const { rows } = await sql`
    select from ballot.election where id = ${id} and state = 'open' and app.now() >= opens_at
      and app.now() < closes_at for share`.execute(tx)
  if (rows.length > 0) return
  if ((await businessNow(tx)) < document.opensAt)
    throw refuse('ballot.not-open', `投票还没有开始，${clock(document.opensAt)}开始。`)
  throw refuse('ballot.closed', `投票已于${clock(document.closesAt)}截止。`)
}
