import './sweep.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { StageRun } from '../../load.ts'
import { selfTasks } from '../../self/tasks.ts'
import type { Obstacle, StageKind } from '../stage.ts'
import { routes } from './routes.ts'

/** Units that handed in but were not yet received hold the stage up; those that never did are only named. */
const obstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const { rows } = await sql<{ name: string; state: string }>`
    select u.name, s.state from selection.submission s join units.unit u on u.id = s.unit_id
    where s.campaign_id = ${run.campaign.id} and s.above_id is null and s.state <> 'accepted'
    order by s.unit_order, s.id`.execute(db)
  const units: Obstacle[] = rows.map(({ name, state }) =>
    state === 'open'
      ? { severity: 'warning', message: `${name}尚未上报，结束后不再受理。` }
      : { severity: 'block', message: state === 'submitted' ? `${name}已上报，尚未接收。` : `${name}退回后尚未重报。` },
  )
  return [...units, ...(await undecidedSelf(db, run))]
}

/** What the public sent and nobody has answered: it does not hold the stage up, but whoever closes it should know. */
const undecidedSelf = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const { rows } = await sql<{ name: string | null; n: number }>`
    select u.name, count(*)::int as n from selection.self_recommendation r
    left join selection.submission s on s.id = r.submission_id left join units.unit u on u.id = s.unit_id
    where r.campaign_id = ${run.campaign.id} and r.state = 'received'
    group by u.name, s.unit_order order by s.unit_order nulls first`.execute(db)
  return rows.map(({ name, n }) => ({
    severity: 'warning',
    message: name
      ? `${name}还有${n}份群众自荐、举荐没有处理，结束后不能再列为推荐对象。`
      : `还有${n}份群众自荐、举荐没有转给推荐单位，结束后不能再列为推荐对象。`,
  }))
}

export const recommend: StageKind = { kind: 'recommend', obstacles, tasks: selfTasks, routes }
