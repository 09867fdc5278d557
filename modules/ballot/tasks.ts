import { type Actor, hasRole, registerTasks, type Task } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { ElectionState } from './shared/index.ts'

type Row = {
  id: number
  title: string
  state: ElectionState
  opensOn: string
  ended: boolean
  opensSoon: boolean
  drafted: boolean
  finished: boolean
  /** Of the newest audit since the final head; null before it. */
  faults: number | null
  proposals: number
  comments: number
  announced: boolean
}

/**
 * What a vote asks of a person in the state that it is in: each of its steps waits for another officer of the unit that
 * holds it. Officers above may step in, but nothing waits for them.
 */
export const ballotTasks = async (db: Db, actor: Actor): Promise<Task[]> => {
  if (!hasRole(actor, 'organiser', 'checker', 'issuer') || !actor.unitPath) return []
  return (await unpublished(db, actor)).flatMap(row => [...step(actor, row), ...review(actor, row)])
}

const unpublished = async (db: Db, { unitPath, accountId }: Actor): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select e.id, e.rules ->> 'title' as title, e.state, app.now() >= e.closes_at as ended,
      to_char(e.opens_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "opensOn",
      app.now() >= e.opens_at - interval '1 day' as "opensSoon",
      coalesce(e.created_by = ${accountId}, false) as drafted, coalesce(e.finished_by = ${accountId}, false) as finished,
      (select jsonb_array_length(a.findings) from ballot.audit a
        where a.election_id = e.id and a.audited_at >= e.finished_at order by a.id desc limit 1) as faults,
      (select count(*) from ballot.void_proposal p where p.election_id = e.id and p.decision is null
        and p.proposed_by is distinct from ${accountId}) as proposals,
      (select count(*) from ballot.comment c where c.election_id = e.id and c.state = 'waiting') as comments,
      exists (select from publicity.notice n where n.module = 'ballot' and n.matter_id = e.id
        and n.state <> 'withdrawn') as announced
    from ballot.election e join units.unit u on u.id = e.unit_id
    where e.state <> 'published' and u.path = ${unitPath} order by e.id`.execute(db)
  return rows
}

const task = ({ id, title }: Row, key: string, verb: string, more: Partial<Task> = {}): Task => ({
  key: `ballot-${id}-${key}`,
  title: `${verb}：${title}`,
  detail: '',
  dueOn: null,
  link: `/ballot/elections/${id}`,
  urgent: false,
  ...more,
})

/** The next step, for whoever takes it. */
const step = (actor: Actor, row: Row): Task[] => {
  const may = (role: 'organiser' | 'checker' | 'issuer') => hasRole(actor, role)
  const { state, faults } = row
  if (state === 'draft') {
    const before = { dueOn: row.opensOn, urgent: row.opensSoon }
    if (may('issuer') && !row.drafted)
      return [task(row, 'freeze', '核对并冻结投票规则', { ...before, detail: '冻结后规则和候选名单不能再改' })]
    return may('organiser') ? [task(row, 'rules', '核对投票规则', { ...before, detail: '核对后请签发人冻结' })] : []
  }
  if (state === 'open' && !row.ended)
    return may('organiser') && !row.announced
      ? [task(row, 'announce', '拟投票公告', { dueOn: row.opensOn, detail: '规则已冻结，公告里登规则指纹' })]
      : []
  if (state === 'open' || state === 'closed')
    return may('organiser') ? [task(row, 'close', '截止并入账', { detail: '投票时间已过' })] : []
  if (state === 'drained')
    return may('organiser')
      ? [task(row, 'finish', '核查异常选票并定账', { detail: '投票已截止，选票全部入账', urgent: true })]
      : []
  if (faults === 0)
    return may('issuer') && !row.finished
      ? [task(row, 'publish', '公布投票结果', { detail: '已定账，查验没有发现问题', urgent: true })]
      : []
  if (!may('checker')) return []
  return [
    task(row, 'audit', '查验投票记录', {
      detail: faults === null ? '已定账，查验后才能公布' : `上次查验有${faults}处不符`,
      urgent: true,
    }),
  ]
}

/** What came up on the way, for either of the two officers who clean up. */
const review = (actor: Actor, row: Row): Task[] => {
  if (!hasRole(actor, 'organiser', 'checker')) return []
  const { state, proposals, comments } = row
  return [
    ...(state === 'drained' && proposals > 0
      ? [task(row, 'voids', '批准或不同意作废', { detail: `${proposals}张选票提请作废`, urgent: true })]
      : []),
    ...(comments > 0 ? [task(row, 'comments', '审核百姓评语', { detail: `${comments}条待审核` })] : []),
  ]
}

registerTasks(ballotTasks)
