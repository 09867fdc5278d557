import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Frozen } from './election/frozen.ts'
import type { Election } from './election/load.ts'
import { requireAdmission } from './identity/admission.ts'
import { requireWindow } from './identity/open-window.ts'

/**
 * 百姓评语, kept apart from every ballot. One for each voter and candidate; while nobody has read it, it can be written anew.
 * @throws Problem `ballot.token`, `ballot.candidate`, `ballot.commented`
 */
export const addComment = async (
  tx: Tx,
  frozen: Frozen,
  { token, candidate, words }: { token: string; candidate: number; words: string },
): Promise<void> => {
  await requireWindow(tx, frozen)
  const { voter } = await requireAdmission(tx, frozen.id, token)
  if (!frozen.document.categories.some(({ candidates }) => candidates.some(({ no }) => no === candidate)))
    throw refuse('ballot.candidate', '候选名单上没有这个编号。', { status: 422 })
  const author = frozen.mac('comment', `${voter.toString('hex')} ${candidate}`)
  const { rows } = await sql`
    insert into ballot.comment (election_id, candidate, author_hash, words)
    values (${frozen.id}, ${candidate}, ${author}, ${words})
    on conflict (election_id, author_hash) do update set words = excluded.words
      where ballot.comment.state = 'waiting' returning id`.execute(tx)
  if (rows.length === 0) throw refuse('ballot.commented', '您对这名候选对象的评语已经收到，不能再改。')
}

export type ShownComment = { candidate: number; words: string }

export const shownComments = async (db: Db, electionId: number, candidate?: number): Promise<ShownComment[]> => {
  const { rows } = await sql<ShownComment>`
    select candidate, words from ballot.comment where election_id = ${electionId} and state = 'shown'
      and (${candidate ?? null}::int is null or candidate = ${candidate ?? null}) order by id limit 500`.execute(db)
  return rows
}

/** All of them of whom a module knows by its own id: what residents say of a winner, for the ceremony. */
export const commentsOn = async (db: Db, { id, refs }: Election, ref: number): Promise<string[]> => {
  const numbers = Object.keys(refs).filter(no => refs[no] === ref)
  const { rows } = await sql<{ words: string }>`
    select words from ballot.comment where election_id = ${id} and state = 'shown'
      and candidate = any(${numbers}::int[]) order by id limit 500`.execute(db)
  return rows.map(({ words }) => words)
}

/** An officer shows a comment or keeps it back; both can be changed again. @throws Problem `ballot.no-comment` */
export const decideComment = async (
  tx: Tx,
  actor: Actor,
  election: Election,
  { commentId, show }: { commentId: number; show: boolean },
): Promise<void> => {
  const { rows } = await sql`
    update ballot.comment set state = ${show ? 'shown' : 'hidden'}, decided_by = ${actor.accountId},
      decided_at = app.now() where id = ${commentId} and election_id = ${election.id} returning id`.execute(tx)
  if (rows.length === 0) throw refuse('ballot.no-comment', '没有这条评语。', { status: 404 })
  await record(tx, actor, {
    action: show ? 'ballot.comment.show' : 'ballot.comment.hide',
    subjectKind: 'election',
    subjectId: election.id,
    detail: { comment: commentId },
  })
}
