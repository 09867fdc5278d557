import { type Actor, addAccountOnPost, type NewAccount, type Role } from '#kernel/access/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'

type DemoPerson = { login: string; name: string; title: string; roles: Role[] }

/** The people of an organising office: whoever drafts, checks and signs are three. */
export const officePeople = (prefix: string, names: [string, string, string, string, string]): DemoPerson[] => [
  { login: `${prefix}-clerk`, name: names[0], title: '经办科长', roles: ['organiser'] },
  { login: `${prefix}-checker`, name: names[1], title: '审核副主任', roles: ['checker'] },
  { login: `${prefix}-issuer`, name: names[2], title: '签发主任', roles: ['issuer'] },
  { login: `${prefix}-officer`, name: names[3], title: '异议受理专员', roles: ['objection-officer'] },
  { login: `${prefix}-leader`, name: names[4], title: '分管领导', roles: ['leader'] },
]

/** Experts of a panel, and where they come from. */
export const experts = [
  { login: 'expert-1', name: '郑教授', unitName: '示例大学' },
  { login: 'expert-2', name: '谢研究员', unitName: '示例社会科学院' },
  { login: 'expert-3', name: '韩主任', unitName: '示例报社' },
  { login: 'expert-4', name: '曹会长', unitName: '示例志愿服务联合会' },
  { login: 'expert-5', name: '邓教授', unitName: '示例师范大学' },
]

export const expertPeople = experts.map(
  ({ login, name }): DemoPerson => ({ login, name, title: '评审专家', roles: ['expert'] }),
)

/** Whoever answers for a department that is asked for its opinion. */
export const departmentPeople = (login: string, name: string): DemoPerson[] => [
  { login, name, title: '审查经办', roles: ['vetter'] },
]

export const unitPeople = (prefix: string, clerk: string, principal: string): DemoPerson[] => [
  { login: `${prefix}-clerk`, name: clerk, title: '推荐经办', roles: ['recommender'] },
  { login: `${prefix}-principal`, name: principal, title: '主要负责人', roles: ['principal'] },
]

/** Makes posts, people and one-click accounts at a unit. */
export const settle = (db: Db, unitId: number, people: DemoPerson[]): Promise<void> =>
  inTransaction(db, async tx => {
    for (const person of people) {
      const account: NewAccount = { ...person, unitId, demo: true, phone: '13900000000' }
      await addAccountOnPost(tx, account)
    }
  })

/** Somebody of the demo, as the verbs want an actor. */
export const actorNamed = async (db: Db, login: string): Promise<Actor> => {
  const { rows } = await sql<Omit<Actor, 'id' | 'kind'>>`
    select a.id as "accountId", n.name, p.id as "postId", p.title as "postTitle", p.roles, u.id as "unitId",
      u.name as "unitName", u.path as "unitPath"
    from access.account a join units.person n on n.id = a.person_id
    join units.post_holder h on h.person_id = n.id and h.until is null
    join units.post p on p.id = h.post_id join units.unit u on u.id = p.unit_id
    where a.login = ${login}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error(`the demo has nobody named ${login}`)
  return { ...row, kind: 'account', id: `account:${row.accountId}` }
}
