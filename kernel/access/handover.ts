import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Actor } from './actor.ts'

/**
 * 工作移交: puts another person on a post in one act. Drafts and tasks belong to the post, so all of them go with it;
 * the one who leaves loses the post at once, also in open sessions.
 * @throws Problem `handover.unknown`, `handover.same`
 */
export const handOverPost = async (
  tx: Tx,
  actor: Actor,
  move: { postId: number; rank: 'A' | 'B'; toLogin: string; note: string },
): Promise<void> => {
  const { rows } = await sql<{ person_id: number; name: string }>`
    select a.person_id, n.name from access.account a join units.person n on n.id = a.person_id
    where a.login = ${move.toLogin} and a.active`.execute(tx)
  const successor = rows[0]
  if (!successor) throw refuse('handover.unknown', `没有账号“${move.toLogin}”，请核对后再移交。`, { status: 422 })
  const { rows: ended } = await sql<{ person_id: number }>`
    update units.post_holder set until = clock_timestamp()
    where post_id = ${move.postId} and rank = ${move.rank} and until is null returning person_id`.execute(tx)
  if (ended[0]?.person_id === successor.person_id)
    throw refuse('handover.same', `${successor.name}已在这个岗位上，无需移交。`, { status: 422 })
  await sql`insert into units.post_holder (post_id, person_id, rank)
    values (${move.postId}, ${successor.person_id}, ${move.rank})`.execute(tx)
  await record(tx, actor, {
    action: 'access.post.hand-over',
    subjectKind: 'post',
    subjectId: move.postId,
    detail: { rank: move.rank, to: successor.name, note: move.note },
  })
}
