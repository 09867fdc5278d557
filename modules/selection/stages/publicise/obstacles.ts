import { chineseDate } from '#kernel/calendar/index.ts'
import { openObjections } from '#kernel/publicity/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { ruleObstacles } from '../../campaign/check-pool.ts'
import type { StageRun } from '../../load.ts'
import { deadlineWords, publicityDeadline } from '../../shared/plan/timing.ts'
import type { Obstacle } from '../stage.ts'
import { compareWithIssued, isOrganiserPublicity, type PubliciseRun } from './list.ts'

/** Nothing goes on before the period is over, every name stood in it and every objection has its conclusion (D-08). */
export const obstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  if (!isOrganiserPublicity(run)) return []
  const { notice, missing, surplus } = await compareWithIssued(db, run)
  if (!notice) return [block('名单尚未公示。'), ...(await ruleObstacles(db, run))]
  const open = await openObjections(db, notice.id)
  return [
    ...periodObstacles(notice.proceedOn, notice.lastDay, await businessToday(db)),
    ...tooLate(run, notice.lastDay),
    ...missing.map(({ nominationId, name }) => block(`“${name}”不在已签发的公示名单中，请拟新版本。`, nominationId)),
    ...surplus.map(({ id, name }): Obstacle => ({ severity: 'warning', nominationId: id, message: stillShown(name) })),
    ...(open.length > 0 ? [block(`还有${open.length}件异议没有书面结论。`)] : []),
    ...(await suspendedNames(db, run)),
    ...(await ruleObstacles(db, run)),
  ]
}

const block = (message: string, nominationId?: number): Obstacle => ({
  severity: 'block',
  message,
  ...(nominationId !== undefined && { nominationId }),
})

const stillShown = (name: string) => `“${name}”已不在名单中，公示页面上还有；撤下须签发新版本。`

const periodObstacles = (proceedOn: string | null, lastDay: string | null, today: string): Obstacle[] =>
  !proceedOn || today >= proceedOn
    ? []
    : [block(`公示尚未期满，期满时间为${chineseDate(lastDay!)}24时，最早${chineseDate(proceedOn)}进入下一环节。`)]

/** The plan wants it over before a later stage is due; a day lost cannot be had back, so it is said and not barred. */
const tooLate = (run: PubliciseRun, lastDay: string | null): Obstacle[] => {
  const until = publicityDeadline(run.campaign.plan, run.stage)
  if (!until || !lastDay || lastDay < until.date) return []
  return [{ severity: 'warning', message: `公示到${chineseDate(lastDay)}期满，${deadlineWords(run.stage, until)}。` }]
}

const suspendedNames = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const { rows } = await sql<{ id: number; name: string }>`
    select m.id, m.name from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    where e.stage_run_id = ${run.id} and e.outcome = 'suspended' order by m.unit_order, m.id`.execute(db)
  return rows.map(({ id, name }) => block(`“${name}”暂缓，请先作出“继续”或“不再列入”的决定。`, id))
}
