import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { PictureRow } from './queries.ts'

/**
 * 核对: the office has looked at a picture that is like another project's and found no reuse; the reason stays beside the
 * picture. Whoever uploaded later is not by that the one who copied.
 * @throws Problem 409 `picture.clear` where nothing is to be looked at
 */
export const clearMatches = async (tx: Tx, actor: Actor, picture: PictureRow, reason: string): Promise<void> => {
  const { rows } = await sql<{ likeId: number }>`
    update micro.picture_match m set cleared_reason = ${reason}, cleared_by = ${actor.accountId}, cleared_at = app.now()
    from micro.picture e where m.picture_id = ${picture.id} and e.id = m.earlier_id
      and e.project_id <> ${picture.projectId} and m.cleared_at is null
    returning m.earlier_id as "likeId"`.execute(tx)
  if (rows.length === 0) throw refuse('picture.clear', '这张照片没有需要核对的相似照片，请刷新页面。')
  await record(tx, actor, {
    action: 'micro.picture.clear',
    subjectKind: 'micro.project',
    subjectId: picture.projectId,
    detail: { picture: picture.id, like: rows.map(({ likeId }) => likeId), reason },
  })
}

export type Cleared = { reason: string; by: string; at: string }

/** What was looked at among a project's pictures, by picture; of several times the last. */
export const clearedOf = async (db: Db, projectId: number): Promise<Map<number, Cleared>> => {
  const { rows } = await sql<Cleared & { pictureId: number }>`
    select p.id as "pictureId", m.cleared_reason as reason, coalesce(n.name, '') as by, m.cleared_at as at
    from micro.picture p join micro.picture_match m on m.picture_id = p.id
    left join access.account a on a.id = m.cleared_by left join units.person n on n.id = a.person_id
    where p.project_id = ${projectId} and m.cleared_at is not null order by m.cleared_at`.execute(db)
  return new Map(rows.map(({ pictureId, ...cleared }) => [pictureId, cleared]))
}
