import type { Who } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'

/** Who posts: an account of the house, or the system by itself. */
export type Poster = Who & { accountId?: number | null }

export type Posting = {
  what: 'grant' | 'approve' | 'release' | 'pay'
  fromId: number
  toId: number
  /** Whole fen, more than none. */
  fen: number
}

const CHECK_VIOLATION = '23514'

/**
 * Moves money between accounts that the caller has locked in the order of their ids.
 * @throws Problem `micro.overdrawn`: the database itself lets no account fall below nothing
 */
export const post = async (
  tx: Tx,
  poster: Poster,
  postings: readonly Posting[],
  projectId: number | null = null,
): Promise<void> => {
  if (postings.length === 0) return
  try {
    await sql`
      insert into micro.posting (what, from_id, to_id, fen, project_id, posted_by)
      select p.what, p."fromId", p."toId", p.fen, ${projectId}::bigint, ${poster.accountId ?? null}::bigint
      from jsonb_to_recordset(${JSON.stringify(postings)}::jsonb)
        as p (what text, "fromId" bigint, "toId" bigint, fen bigint)`.execute(tx)
  } catch (error) {
    if ((error as { code?: string }).code === CHECK_VIOLATION) throw overdrawn()
    throw error
  }
}

const overdrawn = () => refuse('micro.overdrawn', '账户余额不足：额度可能刚刚被其他项目使用，请刷新后再办理。')

/** The account of a project, of what it was approved or of what it was paid; made when it is first needed. */
export const projectAccount = async (
  tx: Tx,
  project: { id: number; programmeId: number },
  kind: 'project' | 'paid',
): Promise<number> => {
  await sql`
    insert into micro.account (programme_id, kind, project_id) values (${project.programmeId}, ${kind}, ${project.id})
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    select id from micro.account where programme_id = ${project.programmeId} and kind = ${kind}
      and project_id = ${project.id}`.execute(tx)
  return rows[0]!.id
}

/** Locks accounts, lowest id first, so that nobody waits in a circle. @returns their balances in fen once all are held */
export const lockAccounts = async (tx: Tx, ids: readonly number[]): Promise<Map<number, number>> => {
  const { rows } = await sql<{ id: number; balance: number }>`
    select id, balance_fen as balance from micro.account where id = any(${[...ids]}::bigint[])
    order by id for no key update`.execute(tx)
  return new Map(rows.map(({ id, balance }) => [id, balance]))
}
