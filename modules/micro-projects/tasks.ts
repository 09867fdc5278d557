import { type Actor, hasRole, registerTasks, type Task } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { choresOf } from './chores.ts'
import { usesMicro } from './permissions.ts'
import { ownTurn, statesWaitingFor } from './project/queries.ts'
import { type State, states } from './shared/index.ts'

type Waiting = { state: State; n: number; first: number; titles: string[] }

/** Projects that wait for this post, state by state, households to call back, and what is done beside the states. */
const microTasks = async (db: Db, actor: Actor): Promise<Task[]> => {
  if (!usesMicro(actor) || !actor.unitPath) return []
  const { rows } = await sql<Waiting>`
    select p.state, count(*)::int as n, min(p.id) as first, (array_agg(p.title order by p.id))[1:3] as titles
    from micro.project p join units.unit v on v.id = p.village_id
    join micro.member m on m.id = p.lead_id
    where v.path like ${`${actor.unitPath}%`} and p.state = any(${decided(actor)}::text[])
      and ${ownTurn(actor)} and (${!hasRole(actor, 'representative')} or m.account_id = ${actor.accountId})
    group by p.state order by p.state`.execute(db)
  const calls = hasRole(actor, 'party-office') ? await callBacks(db, actor) : []
  return [...rows.map(taskOf), ...calls, ...(await choresOf(db, actor))]
}

/** A finished work waits for its notice, which goes its own way from hand to hand. */
const decided = (actor: Actor) => statesWaitingFor(actor).filter(state => state !== 'completed')

const taskOf = ({ state, n, first, titles }: Waiting): Task => ({
  key: `micro-${state}`,
  title: `${n}个微实事项目：${states[state]}`,
  detail: titles.join('、') + (n > titles.length ? '等' : ''),
  dueOn: null,
  link: n === 1 ? `/micro/projects/${first}` : '/micro',
  urgent: false,
})

const callBacks = async (db: Db, actor: Actor): Promise<Task[]> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from micro.call_back c join micro.signature s on s.id = c.signature_id
    join micro.project p on p.id = s.project_id join units.unit v on v.id = p.village_id
    where c.outcome is null and s.taken_back_at is null and p.state = 'office' and ${ownTurn(actor)}`.execute(db)
  const { n } = rows[0]!
  const task = { key: 'micro-call-backs', title: `${n}户签名待回访`, detail: '打电话或上门核实是否本人签名' }
  return n === 0 ? [] : [{ ...task, dueOn: null, link: '/micro/call-backs', urgent: false }]
}

registerTasks(microTasks)
