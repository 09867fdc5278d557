import { type Db, sql } from '#platform/db/index.ts'
import type { Actor } from './actor.ts'
import type { Role } from './shared/roles.ts'

/** Something that waits for a person, with its next step. */
export type Task = {
  /** Stable, so that lists do not jump. */
  key: string
  title: string
  detail: string
  dueOn: string | null
  /** Below /desk. */
  link: string
  urgent: boolean
}

type FindTasks = (db: Db, post: Actor) => Promise<Task[]>

const finders: FindTasks[] = []

/** Rooms say at start what waits for a post: for 我的待办, and for a handover to tell how much goes with it. */
export const registerTasks = (find: FindTasks): void => {
  finders.push(find)
}

/** What waits for whoever holds a post, in every room, the most pressing first. */
export const tasksOf = async (db: Db, post: Actor): Promise<Task[]> => {
  const found: Task[] = []
  for (const find of finders) found.push(...(await find(db, post)))
  return found.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.key.localeCompare(b.key))
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
  return (await tasksOf(db, holder)).length
}
