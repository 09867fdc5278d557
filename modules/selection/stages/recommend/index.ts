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
  return rows.map(({ name, state }) =>
    state === 'open'
      ? { severity: 'warning', message: `${name}尚未上报，结束后不再受理。` }
      : { severity: 'block', message: state === 'submitted' ? `${name}已上报，尚未接收。` : `${name}退回后尚未重报。` },
  )
}

export const recommend: StageKind = { kind: 'recommend', obstacles, tasks: selfTasks, routes }
