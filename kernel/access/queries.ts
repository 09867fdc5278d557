import { type Db, sql } from '#platform/db/index.ts'
import { type Actor, administersAll } from './actor.ts'
import type { Session } from './shared/api.ts'
import { slipMatter } from './slip-matter.ts'

type PostRow = { id: number; title: string; unitName: string; rank: 'A' | 'B' }

/** The posts an account holds now, first persons (A角) first. */
const postsOf = async (db: Db, accountId: number): Promise<PostRow[]> => {
  const { rows } = await sql<PostRow>`
    select p.id, p.title, u.name as "unitName", h.rank
    from access.account a
    join units.post_holder h on h.person_id = a.person_id and h.until is null
    join units.post p on p.id = h.post_id and p.active
    join units.unit u on u.id = p.unit_id
    where a.id = ${accountId} order by h.rank, p.id`.execute(db)
  return rows
}

/** What the desk's shell shows of the signed-in person. */
export const presentSession = async (db: Db, actor: Actor, demo: boolean): Promise<Session> => {
  const { rows } = await sql<Pick<Session, 'today' | 'now' | 'passwordInitial'>>`
    select app.today() as today, app.now() as now, exists (
      select from access.account where id = ${actor.accountId} and password_initial) as "passwordInitial"`.execute(db)
  return {
    account: { id: actor.accountId ?? 0, name: actor.name },
    post: {
      id: actor.postId ?? 0,
      title: actor.postTitle,
      unit: { id: actor.unitId ?? 0, name: actor.unitName },
      roles: [...actor.roles],
    },
    posts: actor.accountId ? await postsOf(db, actor.accountId) : [],
    demo,
    task: actor.slip ? await slipMatter(db, actor.slip) : null,
    ...rows[0]!,
    permissions: [...actor.roles, ...(administersAll(actor) ? ['administrator of all'] : [])],
  }
}

/** The setting that holds where a newcomer to the demo begins: `[{ login, look }]` in order. */
export const demoGuideKey = 'demo.guide'

type DemoRow = { login: string; name: string; post: string; unit: string; roles: string[]; look: string | null }

/** Accounts of the demo: first those of its guide in its order, then the others as they were made; empty outside one. */
export const listDemoAccounts = async (db: Db): Promise<DemoRow[]> => {
  const { rows } = await sql<DemoRow>`
    select a.login, n.name, p.title as post, u.name as unit, p.roles, g.look
    from access.account a
    join units.person n on n.id = a.person_id
    join units.post_holder h on h.person_id = n.id and h.until is null and h.rank = 'A'
    join units.post p on p.id = h.post_id
    join units.unit u on u.id = p.unit_id
    left join (
      select step.value ->> 'login' as login, step.value ->> 'look' as look, step.place
      from app.setting s, jsonb_array_elements(s.value) with ordinality step (value, place)
      where s.key = ${demoGuideKey}) g on g.login = a.login
    where a.demo and a.active order by g.place nulls last, a.id`.execute(db)
  return rows
}
