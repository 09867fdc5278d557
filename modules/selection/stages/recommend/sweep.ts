import { loadCalendar } from '#kernel/calendar/index.ts'
import { addWorkdays, chineseMonthDay } from '#kernel/calendar/shared/index.ts'
import { registerSweep } from '#kernel/jobs/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { businessToday, type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'

/** How long before a deadline a unit is reminded. */
const workdaysBefore = 3

type Due = { id: number; unitId: number; campaignId: number; title: string; about: string }

/** Units that have not handed in are reminded three working days before their deadline and on the day, once each. */
export const remindOfDeadlines = async (db: Db): Promise<void> => {
  const today = await businessToday(db)
  const { rows } = await sql<Due>`
    select s.id, s.unit_id as "unitId", c.id as "campaignId", c.short_title as title,
      (case when s.state = 'returned' then coalesce(s.return_due_on, s.due_on) else s.due_on end)::text as about
    from selection.submission s
    join selection.campaign c on c.id = s.campaign_id and c.state = 'running'
    join selection.stage_run r on r.campaign_id = c.id and r.kind = 'recommend' and r.state = 'open'
    where s.state in ('open', 'returned') and ${today}::date between
      (case when s.state = 'returned' then coalesce(s.return_due_on, s.due_on) else s.due_on end) - 20
      and (case when s.state = 'returned' then coalesce(s.return_due_on, s.due_on) else s.due_on end)`.execute(db)
  const calendar = await loadCalendar(db)
  for (const due of rows) {
    if (today === due.about) await once(db, due, 'due-today', '今天截止')
    else if (addWorkdays(calendar, due.about, -workdaysBefore).date <= today)
      await once(db, due, 'due-soon', `${chineseMonthDay(due.about)}截止`)
  }
}

const once = (db: Db, due: Due, kind: string, words: string) =>
  inTransaction(db, async tx => {
    if (!(await isFirst(tx, due, kind))) return
    await notify(tx, {
      postIds: await postsWithRole(tx, due.unitId, 'recommender', 'principal'),
      subject: `“${due.title}”推荐材料${words}`,
      body: `本单位还没有上报，请在截止前上报。`,
      link: `/selection/submissions/${due.id}`,
      campaignId: due.campaignId,
      sms: kind === 'due-today',
    })
  })

const isFirst = async (tx: Tx, { id, about }: Due, kind: string): Promise<boolean> => {
  const { rows } = await sql<{ id: number }>`
    insert into selection.reminder (submission_id, kind, about) values (${id}, ${kind}, ${about})
    on conflict do nothing returning submission_id as id`.execute(tx)
  return rows.length > 0
}

/** Whoever promised a seal by a day that has passed hears of it, once for each such day. */
export const remindOfPromises = async (db: Db): Promise<void> => {
  const { rows } = await sql<Due & { n: number }>`
    select s.id, s.unit_id as "unitId", c.id as "campaignId", c.short_title as title, p.by as about, count(*)::int as n
    from selection.submission s
    join selection.campaign c on c.id = s.campaign_id and c.state = 'running'
    join selection.nomination m on m.submission_id = s.id and m.promised > 0 and m.state <> 'removed'
    cross join lateral (
      select jsonb_path_query(m.answers, '$.*.evidence ? (@.kind == "promised").by') #>> '{}' as by
      union all select jsonb_path_query(m.particulars, '$.seals.*.evidence ? (@.kind == "promised").by') #>> '{}'
      union all select jsonb_path_query(m.particulars, '$.materials.*.promisedBy') #>> '{}') p
    where p.by ~ '^\\d{4}-\\d{2}-\\d{2}$' and p.by < app.today()::text
      and not exists (select from selection.reminder x
        where x.submission_id = s.id and x.kind = 'promise' and x.about::text = p.by)
    group by 1, 2, 3, 4, 5`.execute(db)
  for (const due of rows)
    await inTransaction(db, async tx => {
      if (!(await isFirst(tx, due, 'promise'))) return
      await notify(tx, {
        postIds: await postsWithRole(tx, due.unitId, 'recommender'),
        subject: `“${due.title}”有${due.n}处盖章件逾期未补`,
        body: `承诺${chineseMonthDay(due.about)}前补齐，请尽快补交；补齐之前不能审定。`,
        link: `/selection/submissions/${due.id}`,
        campaignId: due.campaignId,
      })
    })
}

registerSweep('selection.deadlines', remindOfDeadlines)
registerSweep('selection.promises', remindOfPromises)
