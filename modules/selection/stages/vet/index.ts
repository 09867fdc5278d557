import './sweep.ts'
import type { Actor } from '#kernel/access/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { StageRun } from '../../load.ts'
import type { StageKind } from '../stage.ts'
import { cover } from './ask.ts'
import { loadVetting } from './load.ts'
import { namesOf } from './names.ts'
import { obstacles } from './obstacles.ts'
import { routes } from './routes.ts'
import { tasks } from './tasks.ts'

/** The organiser's departments are asked as the stage opens; units ask theirs when their lists stand. */
const open = async (tx: Tx, _actor: Actor, run: StageRun) => {
  const vetting = await loadVetting(tx, { id: run.campaign.id, stage: run.key })
  if (vetting) await cover(tx, vetting, await namesOf(tx, vetting))
}

/** Everyone with no open objection goes on. */
const close = async (tx: Tx, actor: Actor, run: StageRun) => {
  await sql`update selection.pool_entry set outcome = 'pass', decided_by = ${actor.name}, decided_at = app.now()
    where stage_run_id = ${run.id} and outcome = 'pending'`.execute(tx)
}

export const vet: StageKind = { kind: 'vet', open, obstacles, close, tasks, routes }
