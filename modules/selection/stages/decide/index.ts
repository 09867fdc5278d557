import { type Actor, type Api, hasRole } from '#kernel/access/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { ruleObstacles } from '../../campaign/check-pool.ts'
import { type PoolEntry, poolOf } from '../../campaign/pool.ts'
import { loadStageRun } from '../../load.ts'
import { canRunCampaign, seesCampaign } from '../../permissions.ts'
import type { Obstacle, StageKind, Task } from '../stage.ts'
import { papersOf } from './papers.ts'
import { recordedRounds, recordRound } from './rounds.ts'
import { type DecideRun, standingOf } from './scores.ts'
import * as api from './shared/api.ts'
import { awardWarnings, type Total, tiesOf, totalsOf } from './totals.ts'

type Request = { db: Db; params: { id: number; stage: string } }

/** The organiser's deciding meetings; a unit's committee stands in its report. */
const load = async ({ db, params }: Request): Promise<DecideRun | undefined> => {
  const run = await loadStageRun(db, params.id, params.stage)
  return run?.stage.kind === 'decide' && !run.stage.within ? (run as DecideRun) : undefined
}

const sees = (actor: Actor, { campaign }: DecideRun) => seesCampaign(actor, campaign)
const runs = (actor: Actor, { campaign }: DecideRun) => canRunCampaign(actor, campaign)

const present = async (db: Db, actor: Actor, run: DecideRun) => {
  const pool = await poolOf(db, run.id)
  const recorded = await recordedRounds(db, run.id)
  return {
    rounds: run.stage.rounds.map(({ key: _, ...round }, n) => ({
      ...round,
      round: n + 1,
      last: n + 1 === run.stage.rounds.length,
      recorded: recorded.get(n + 1) ?? null,
    })),
    totals: totalsOf(run, pool),
    ties: tiesOf(run.campaign.plan, pool, (await standingOf(db, run)).scores),
    warnings: await awardWarnings(db, run, pool),
    today: await businessToday(db),
    permissions: { record: runs(actor, run) && run.runState === 'open' },
  }
}

const routes = (app: Api): void => {
  app.handle(api.getDecision, { load, allow: sees, act: ({ db, actor, loaded }) => present(db, actor, loaded) })
  app.handle(api.getPapers, { load, allow: sees, act: ({ db, loaded }) => papersOf(db, loaded) })
  app.handle(api.recordRound, {
    load,
    allow: runs,
    act: async ({ db, actor, loaded, params, body }) => {
      await recordRound(db, actor, loaded, params.round, body)
      return { ok: true as const }
    },
  })
}

/** Every round is on record, everyone has a result, no category has more names than awards, and the rules are met. */
const obstacles = async (db: Db, run: DecideRun): Promise<Obstacle[]> => {
  // A meeting of each unit's own committee stands in its report and is over with it.
  if (run.stage.within) return []
  const recorded = await recordedRounds(db, run.id)
  const pool = await poolOf(db, run.id)
  return [
    ...run.stage.rounds
      .filter((_, n) => !recorded.has(n + 1))
      .map(({ name }): Obstacle => ({ severity: 'block', message: `“${name}”尚未登记。` })),
    ...unsettled(pool),
    ...totalsOf(run, pool).flatMap(overOrUnder),
    ...(await ruleObstacles(db, run)),
    ...(await awardWarnings(db, run, pool)).map((message): Obstacle => ({ severity: 'warning', message })),
  ]
}

/** Names still open, in one line, since before the meeting that is everyone; those put off, one by one. */
const unsettled = (pool: PoolEntry[]): Obstacle[] => {
  const pending = pool.filter(({ outcome }) => outcome === 'pending').length
  const put = pool.filter(({ outcome }) => outcome === 'suspended')
  return [
    ...(pending > 0 ? [{ severity: 'block', message: `还有${pending}个对象没有结果。` } as const] : []),
    ...put.map(({ nominationId, name }) => ({
      ...({ severity: 'block', nominationId } as const),
      message: `“${name}”暂缓，先作出处理结论。`,
    })),
  ]
}

const overOrUnder = ({ name, awards, pass, pending }: Total): Obstacle[] => {
  if (awards === null || pass === awards) return []
  if (pass > awards)
    return [{ severity: 'block', message: `“${name}”表彰数额${awards}个，现通过${pass}个，超出${pass - awards}个。` }]
  return pending > 0 ? [] : [{ severity: 'warning', message: `“${name}”表彰数额${awards}个，现通过${pass}个。` }]
}

type Open = { id: number; title: string; stage: string; dueOn: string | null }

/** Decisions that the organiser prepares and records. */
const tasks = async (db: Db, actor: Actor): Promise<Task[]> => {
  if (!hasRole(actor, 'organiser')) return []
  const { rows } = await sql<Open>`
    select c.id, c.short_title as title, r.stage, r.due_on as "dueOn"
    from selection.stage_run r join selection.campaign c on c.stage_run_id = r.id
    join units.unit u on u.id = c.unit_id
    where r.kind = 'decide' and r.state = 'open' and u.path like ${`${actor.unitPath || '-'}%`} order by c.id`.execute(
    db,
  )
  return rows.map(({ id, title, stage, dueOn }) => ({
    key: `decide-${id}-${stage}`,
    title: `审定：${title}`,
    detail: '打印会议材料，会后登记结果',
    dueOn,
    link: `/selection/campaigns/${id}/stages/${stage}`,
    urgent: false,
  }))
}

export const decide: StageKind = {
  kind: 'decide',
  obstacles: (db, run) => obstacles(db, run as DecideRun),
  tasks,
  routes,
}
