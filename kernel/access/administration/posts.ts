import { record } from '#kernel/audit/index.ts'
import { addPost } from '#kernel/units/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Actor } from '../actor.ts'
import type { Role } from '../shared/roles.ts'
import type { AdministeredPost } from './queries.ts'

type PostFields = { title: string; roles: Role[] }

export const addPostToUnit = async (tx: Tx, actor: Actor, unitId: number, post: PostFields): Promise<number> => {
  const id = await addPost(tx, { unitId, ...post })
  await record(tx, actor, {
    action: 'access.post.add',
    subjectKind: 'post',
    subjectId: id,
    detail: { unitId, ...post },
  })
  return id
}

/**
 * Changes a post; its roles count at once, also in open sessions.
 * @throws Problem `post.own` where an administrator would lock himself out
 */
export const changePost = async (
  tx: Tx,
  actor: Actor,
  post: AdministeredPost,
  change: PostFields & { active: boolean },
): Promise<void> => {
  if (post.id === actor.postId && !(change.active && change.roles.includes('administrator')))
    throw refuse('post.own', '不能停用自己的岗位，也不能去掉自己的系统管理员角色，请由上级管理员办理。', {
      status: 403,
    })
  await sql`update units.post set title = ${change.title}, roles = ${change.roles}::text[], active = ${change.active}
    where id = ${post.id}`.execute(tx)
  const { title, roles, active } = post
  const detail = { from: { title, roles, active }, to: change }
  await record(tx, actor, { action: 'access.post.edit', subjectKind: 'post', subjectId: post.id, detail })
}

/** Ends a person's time on a post, at once. @throws Problem `post.vacant`, `post.own` */
export const vacate = async (tx: Tx, actor: Actor, postId: number, rank: 'A' | 'B'): Promise<void> => {
  const { rows } = await sql<{ name: string; own: boolean }>`
    update units.post_holder h set until = clock_timestamp() from units.person n
    where h.post_id = ${postId} and h.rank = ${rank} and h.until is null and n.id = h.person_id
    returning n.name, exists (
      select from access.account a where a.person_id = n.id and a.id = ${actor.accountId}) as own`.execute(tx)
  if (!rows[0]) throw refuse('post.vacant', `这个岗位的${rank}角本来就空缺。`)
  if (rows[0].own && postId === actor.postId)
    throw refuse('post.own', '不能让自己离岗，请用“工作移交”。', { status: 403 })
  const detail = { rank, name: rows[0].name }
  await record(tx, actor, { action: 'access.post.vacate', subjectKind: 'post', subjectId: postId, detail })
}
