import { type Actor, hasRole, registerTasks, type Task } from '#kernel/access/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { loadStageRun } from './load.ts'
import { stageKinds } from './stages/index.ts'
import { preparationsFor } from './tasks-prepare.ts'

/** What waits for this person in campaigns: with its deadline and the next step. */
const tasksFor = async (db: Db, actor: Actor): Promise<Task[]> => {
  const today = await businessToday(db)
  const found = [
    ...(hasRole(actor, 'recommender') ? await ownSubmissions(db, actor, today) : []),
    ...(hasRole(actor, 'organiser', 'recommender') ? await toReceive(db, actor) : []),
    ...(hasRole(actor, 'organiser') ? await stagesToClose(db, actor, today) : []),
    ...(hasRole(actor, 'organiser') ? await preparationsFor(db, actor) : []),
  ]
  for (const kind of Object.values(stageKinds)) if (kind.tasks) found.push(...(await kind.tasks(db, actor)))
  return found
}

type Own = { id: number; title: string; state: string; dueOn: string | null; notes: number; nominations: number }

const ownSubmissions = async (db: Db, actor: Actor, today: string): Promise<Task[]> => {
  const { rows } = await sql<Own>`
    select s.id, c.short_title as title, s.state, coalesce(s.return_due_on, s.due_on) as "dueOn",
      (select count(*)::int from selection.return_note n where n.submission_id = s.id and n.settled_at is null) as notes,
      (select count(*)::int from selection.nomination m where m.submission_id = s.id and m.state <> 'removed') as nominations
    from selection.submission s join selection.campaign c on c.id = s.campaign_id
    join selection.stage_run r on r.campaign_id = c.id and r.kind = 'recommend' and r.state = 'open'
    where s.unit_id = ${actor.unitId} and s.state in ('open', 'returned') order by s.id`.execute(db)
  return rows.map(row => ({
    key: `submission-${row.id}`,
    title: row.state === 'returned' ? `“${row.title}”被退回，修改后重报` : `填报“${row.title}”`,
    detail: row.state === 'returned' ? `有${row.notes}条修改意见` : `已填${row.nominations}个推荐对象`,
    dueOn: row.dueOn,
    link: `/selection/submissions/${row.id}`,
    urgent: row.state === 'returned' || (row.dueOn !== null && row.dueOn <= today),
  }))
}

type Waiting = { id: number; title: string; n: number; campaignId: number; above: number | null }

const toReceive = async (db: Db, actor: Actor): Promise<Task[]> => {
  const { rows } = await sql<Waiting>`
    select c.id as "campaignId", c.short_title as title, s.above_id as above, count(*)::int as n
    from selection.submission s join selection.campaign c on c.id = s.campaign_id
    join units.unit u on u.id = c.unit_id
    left join selection.submission a on a.id = s.above_id
    where s.state = 'submitted' and (a.unit_id = ${actor.unitId}
      or (s.above_id is null and ${hasRole(actor, 'organiser')} and u.path like ${`${actor.unitPath}%`}))
    group by 1, 2, 3 order by 1`.execute(db)
  return rows.map(row => ({
    key: `receive-${row.campaignId}-${row.above ?? 0}`,
    title: `${row.n}个单位已上报，待接收`,
    detail: row.title,
    dueOn: null,
    link: row.above ? `/selection/submissions/${row.above}` : `/selection/campaigns/${row.campaignId}?state=submitted`,
    urgent: false,
  }))
}

type OpenStage = { campaignId: number; title: string; stage: string; dueOn: string | null }

/** Stages of the organiser that can be closed, or are due and cannot yet. Campaigns that run at once are few. */
const stagesToClose = async (db: Db, actor: Actor, today: string): Promise<Task[]> => {
  const { rows } = await sql<OpenStage>`
    select c.id as "campaignId", c.short_title as title, r.stage, r.due_on as "dueOn"
    from selection.campaign c
    join units.unit u on u.id = c.unit_id
    join selection.stage_run r on r.id = c.stage_run_id
    where c.state = 'running' and u.path like ${`${actor.unitPath}%`} order by c.id`.execute(db)
  const tasks = await Promise.all(rows.map(row => closingTask(db, row, today)))
  return tasks.filter(task => task !== null)
}

const closingTask = async (db: Db, row: OpenStage, today: string): Promise<Task | null> => {
  const run = (await loadStageRun(db, row.campaignId, row.stage))!
  const obstacles = await stageKinds[run.stage.kind].obstacles(db, run)
  const stops = obstacles.filter(({ severity }) => severity === 'block')
  const overdue = row.dueOn !== null && row.dueOn < today
  // Before its day a stage can be closed when nothing at all is left to wait for.
  if (!overdue && obstacles.length > 0) return null
  return {
    key: `close-${run.id}`,
    title:
      stops.length === 0
        ? `“${run.stage.title}”可以结束`
        : `“${run.stage.title}”已到期，还有${stops.length}件事没有办完`,
    detail: row.title,
    dueOn: row.dueOn,
    link: `/selection/campaigns/${row.campaignId}/stages/${row.stage}`,
    urgent: overdue,
  }
}

registerTasks(tasksFor)
