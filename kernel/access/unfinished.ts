import { type Db, sql } from '#platform/db/index.ts'
import type { Actor } from './actor.ts'
import type { Role } from './shared/roles.ts'

/** Tells how many things wait for whoever holds a post. */
export type CountWork = (db: Db, post: Actor) => Promise<number>

const counters: CountWork[] = []

/** Rooms say at start what waits for a post, so that a handover can tell how much goes with it. */
export const registerWork = (count: CountWork): void => {
  counters.push(count)
}

type Post = { title: string; roles: Role[]; unitId: number; unitName: string; unitPath: string }

/** What waits for a post, whoever holds it: it all goes over with the post. */
export const unfinishedOf = async (db: Db, postId: number): Promise<number> => {
  const { rows } = await sql<Post>`
    select p.title, p.roles, u.id as "unitId", u.name as "unitName", u.path as "unitPath"
    from units.post p join units.unit u on u.id = p.unit_id where p.id = ${postId}`.execute(db)
  const { title, ...post } = rows[0]!
  const id = `post:${postId}`
  const holder: Actor = { ...post, kind: 'account', id, name: title, accountId: null, postId, postTitle: title }
  let count = 0
  for (const each of counters) count += await each(db, holder)
  return count
}
