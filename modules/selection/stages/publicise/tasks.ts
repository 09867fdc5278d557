import { type Actor, hasRole, type Role } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Task } from '../stage.ts'

type Row = { id: number; title: string; state: string; version: number; comment: string | null }

const steps = [
  { state: 'draft', role: 'organiser', verb: '修改后重新送审' },
  { state: 'in-review', role: 'checker', verb: '审核' },
  { state: 'approved', role: 'issuer', verb: '签发' },
] as const satisfies { state: string; role: Role; verb: string }[]

/** Lists, results and stories of selection that wait for this post; a draft only where it came back. */
const noticeTasks = async (db: Db, actor: Actor): Promise<Task[]> => {
  const own = steps.filter(({ role }) => hasRole(actor, role))
  if (own.length === 0) return []
  const { rows } = await sql<Row>`
    select id, title, state, version, return_comment as comment from publicity.notice
    where module = 'selection' and unit_id = ${actor.unitId} and state = any(${own.map(({ state }) => state)}::text[])
      and (state <> 'draft' or return_comment is not null)
      and (state = 'draft' or not writers @> array[${actor.accountId ?? 0}]::bigint[])
      and (state <> 'approved' or reviewed_by is distinct from ${actor.accountId}) order by id`.execute(db)
  return rows.map(({ id, title, state, version, comment }) => ({
    key: `notice-${id}-${state}`,
    title: `${own.find(step => step.state === state)!.verb}：${title}`,
    detail: comment ? `退回意见：${comment}` : version > 1 ? `第${version}版` : '',
    dueOn: null,
    link: `/notices/${id}`,
    urgent: true,
  }))
}

/** Stages whose list nobody has begun to write. */
const toDraft = async (db: Db, actor: Actor): Promise<Task[]> => {
  if (!hasRole(actor, 'organiser')) return []
  const { rows } = await sql<{ id: number; title: string; stage: string; dueOn: string | null }>`
    select c.id, c.short_title as title, r.stage, r.due_on as "dueOn"
    from selection.stage_run r join selection.campaign c on c.id = r.campaign_id and c.stage_run_id = r.id
    join units.unit u on u.id = c.unit_id
    where r.kind = 'publicise' and r.state = 'open' and u.path like ${`${actor.unitPath || '-'}%`}
      and not exists (select from publicity.notice n where n.module = 'selection' and n.matter_id = c.id
        and n.stage = r.stage and n.state <> 'withdrawn') order by c.id`.execute(db)
  return rows.map(({ id, title, stage, dueOn }) => ({
    key: `publicise-${id}-${stage}`,
    title: `拟公示稿：${title}`,
    detail: '名单已定，尚未公示',
    dueOn,
    link: `/selection/campaigns/${id}/stages/${stage}`,
    urgent: false,
  }))
}

/** Objections to this post's lists without a conclusion: how many, never whose. */
const objectionTasks = async (db: Db, actor: Actor): Promise<Task[]> => {
  if (!hasRole(actor, 'objection-officer')) return []
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from publicity.objection o join publicity.notice n on n.id = o.notice_id
    where n.module = 'selection' and n.unit_id = ${actor.unitId} and o.state <> 'concluded'`.execute(db)
  const n = rows[0]!.n
  if (n === 0) return []
  return [
    { key: 'objections', title: `${n}件异议待作结论`, detail: '', dueOn: null, link: '/objections', urgent: true },
  ]
}

export const tasks = async (db: Db, actor: Actor): Promise<Task[]> => [
  ...(await noticeTasks(db, actor)),
  ...(await toDraft(db, actor)),
  ...(await objectionTasks(db, actor)),
]
