import { type Actor, hasRole, type Role, type Task } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { ownTurn } from './project/queries.ts'
import { states } from './shared/index.ts'

type Chore = { key: string; roles: Role[]; words: string; where: ReturnType<typeof sql> }

const village: Role[] = ['secretary', 'village-committee']

/** What somebody has to do while a project's state stays as it is: the notice's own way, its sheet, the plaque. */
const chores: Chore[] = [
  {
    key: 'notice-draft',
    roles: ['village-staff'],
    words: `个微实事项目：${states.completed}`,
    where: sql`p.state = 'completed' and (n.id is null or n.state not in ('in-review', 'approved'))`,
  },
  {
    key: 'notice-review',
    roles: village,
    words: '个完工公示：待村（社区）党组织审核',
    where: sql`p.state = 'completed' and n.state = 'in-review'`,
  },
  {
    key: 'notice-issue',
    roles: ['party-office'],
    words: '个完工公示：待签发上网',
    where: sql`p.state = 'completed' and n.state = 'approved'`,
  },
  {
    key: 'post',
    roles: ['village-staff'],
    words: '个完工公示：待张贴并登记',
    where: sql`p.state = 'publicity' and p.posted_on is null`,
  },
  {
    key: 'plaque',
    roles: ['party-office'],
    words: '个微实事项目：待安排标牌',
    where: sql`p.state in ('accepted', 'paid') and q.project_id is null`,
  },
  {
    key: 'hang',
    roles: ['village-staff'],
    words: '块标牌：待挂牌并登记',
    where: sql`p.state in ('accepted', 'paid') and q.project_id is not null and q.hung_on is null`,
  },
]

type Found = { n: number; first: number; titles: string[] }

const taskOf = async (db: Db, actor: Actor, { key, words, where }: Chore): Promise<Task[]> => {
  const { rows } = await sql<Found>`
    select count(*)::int as n, min(p.id) as first, (array_agg(p.title order by p.id))[1:3] as titles
    from micro.project p join units.unit v on v.id = p.village_id
    left join publicity.notice n on n.id = p.notice_id left join micro.plaque q on q.project_id = p.id
    where v.path like ${`${actor.unitPath}%`} and ${ownTurn(actor)} and ${where}`.execute(db)
  const { n, first, titles } = rows[0]!
  if (n === 0) return []
  const detail = titles.join('、') + (n > titles.length ? '等' : '')
  return [
    {
      key: `micro-${key}`,
      title: `${n}${words}`,
      detail,
      dueOn: null,
      link: `/micro/projects/${first}`,
      urgent: false,
    },
  ]
}

/** The chores of whoever holds these posts, in the order of a project's way; one query for each kind. */
export const choresOf = async (db: Db, actor: Actor): Promise<Task[]> => {
  const own = chores.filter(({ roles }) => hasRole(actor, ...roles))
  return (await Promise.all(own.map(chore => taskOf(db, actor, chore)))).flat()
}
