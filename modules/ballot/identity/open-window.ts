import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { clock } from '../cast/cast.ts'
import type { Frozen } from '../election/frozen.ts'

/**
 * Nothing of the identity side happens outside the window. Shares the election's row until the commit, so that whoever
 * closes waits for it and counts every credential.
 * @throws Problem `ballot.not-open`, `ballot.closed`
 */
export const requireWindow = async (tx: Tx, { id, document }: Frozen): Promise<void> => {
  const { rows } = await sql<{ begun: boolean; ended: boolean }>`
    select app.now() >= opens_at as begun, state <> 'open' or app.now() >= closes_at as ended
    from ballot.election where id = ${id} for share`.execute(tx)
  const { begun, ended } = rows[0] ?? { begun: false, ended: true }
  if (ended) throw refuse('ballot.closed', `投票已于${clock(document.closesAt)}截止。`)
  if (!begun) throw refuse('ballot.not-open', `投票还没有开始，${clock(document.opensAt)}开始。`)
}
