import { type Db, sql } from '#platform/db/index.ts'
import { ruleObstacles } from '../../campaign/check-pool.ts'
import type { StageRun } from '../../load.ts'
import type { Obstacle } from '../stage.ts'
import { loadVetting, type Vetting } from './load.ts'
import { departmentsFor, namesOf } from './names.ts'

/** A vetting closes once every department has answered on every name, every objection is concluded, and no rule objects. */
export const obstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const vetting = await loadVetting(db, { id: run.campaign.id, stage: run.key })
  // A vetting of each unit's own is over with the unit's list; the stage has nothing of its own to wait for.
  if (!vetting) return []
  return [...(await silent(db, vetting)), ...(await frozen(db, run)), ...(await ruleObstacles(db, run))]
}

type Given = { department: string; nominationId: number }

/** Departments of the stage that still owe an answer; of the regulators enough is for the rules to say. */
const silent = async (db: Db, vetting: Vetting): Promise<Obstacle[]> => {
  const { run, stage } = vetting
  const { rows } = await sql<Given>`
    select q.department, o.nomination_id as "nominationId" from selection.vet_request q
    join selection.vet_opinion o on o.request_id = q.id and o.at is not null
    where q.stage_run_id = ${run.id}`.execute(db)
  const names = await namesOf(db, vetting)
  return stage.departments.flatMap(key => {
    const answered = new Set(rows.filter(({ department }) => department === key).map(row => row.nominationId))
    const left = names.filter(
      name => departmentsFor(vetting, name).includes(key) && !answered.has(name.nominationId),
    ).length
    const department = run.campaign.plan.departments.find(each => each.key === key)!.name
    return left > 0 ? [{ severity: 'block' as const, message: `${department}还有${left}个名字没有回复。` }] : []
  })
}

const frozen = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const { rows } = await sql<{ id: number; name: string }>`
    select m.id, m.name from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    where e.stage_run_id = ${run.id} and e.outcome = 'suspended' order by m.unit_order, m.id`.execute(db)
  return rows.map(({ id, name }) => ({
    severity: 'block',
    nominationId: id,
    message: `“${name}”暂缓，先对异议作出处理结论。`,
  }))
}
