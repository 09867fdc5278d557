import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { approvedAtMeeting, requireNotBefore, requireNotFuture } from '../chain/dates.ts'
import { type Project, touch } from '../project/load.ts'
import { mayStillChange } from '../project/notice.ts'
import { lineFindings, yuan } from '../shared/index.ts'

export type NewExpense = {
  kind: string
  item: string
  /** Whole fen. */
  fen: number
  boughtOn: string
  /** Key of the receipt's uploaded picture. */
  receiptKey: string
}

const blocked = (path: string, message: string, rule = 'R004-05') =>
  refuse('micro.expense', message, { status: 422, findings: [{ path, severity: 'block', rule, message }] })

/** @throws Problem `micro.expense.closed` once the completion notice has been drawn up */
const requireOpen = async (tx: Tx, project: Project): Promise<void> => {
  if (await mayStillChange(tx, project)) return
  throw refuse('micro.expense.closed', '现在不能登记或修改开支：开支在实施过程中登记，送审完工公示后不再改动。')
}

/**
 * Enters something bought, with its receipt; the sum moves in the same transaction. The caller has locked the project.
 * @throws Problem 422 `micro.expense` for a kind that the money is not for, a hidden wage, more than was approved
 */
export const addExpense = async (tx: Tx, actor: Actor, project: Project, expense: NewExpense) => {
  await requireOpen(tx, project)
  const findings = expenseFindings(project, expense)
  const stop = findings.find(({ severity }) => severity === 'block')
  if (stop) throw refuse('micro.expense', stop.message, { status: 422, findings })
  const spentFen = project.spentFen + expense.fen
  const approvedFen = project.approvedFen ?? 0
  if (spentFen > approvedFen) throw blocked('fen', `开支合计${yuan(spentFen)}元，超出核定经费${yuan(approvedFen)}元。`)
  await requireTimely(tx, project, expense.boughtOn)
  const [receipt] = await keepFiles(tx, actor, [expense.receiptKey], 'receipt')
  await requireFresh(tx, project, receipt!)
  const { kind, item, fen, boughtOn } = expense
  await sql`
    insert into micro.expense (project_id, kind, item, fen, bought_on, receipt_id, entered_by)
    values (${project.id}, ${kind}, ${item}, ${fen}, ${boughtOn}, ${receipt!.id}, ${actor.accountId})`.execute(tx)
  await keepSum(tx, actor, project, 'add', expense)
  return { spentFen, findings }
}

/** Nothing is bought before the meeting has approved it, unless the programme lets one begin. @throws Problem 422 `micro.date` */
const requireTimely = async (tx: Tx, { id, programme }: Project, on: string): Promise<void> => {
  const bought = { path: 'boughtOn', what: '购买', on }
  await requireNotFuture(tx, bought)
  if (!programme.buyBeforeMeeting) requireNotBefore(bought, await approvedAtMeeting(tx, id))
}

/** The lines' own rules, at the fields of the one form that is open. */
const expenseFindings = ({ programme }: Project, expense: NewExpense) =>
  lineFindings(programme, [expense]).map(finding => ({ ...finding, path: finding.path.replace(/^lines\.0\./, '') }))

/** One receipt is paid once: not for two projects, not twice for one, and not where both are entered at this moment. */
const requireFresh = async (tx: Tx, project: Project, { sha256 }: { sha256: string }): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`micro receipt ${sha256}`}, 0))`.execute(tx)
  const { rows } = await sql<{ projectId: number; title: string; item: string; fen: number }>`
    select p.id as "projectId", p.title, e.item, e.fen from micro.expense e join files.file f on f.id = e.receipt_id
    join micro.project p on p.id = e.project_id
    where f.sha256 = ${sha256} order by p.id = ${project.id}, e.id limit 1`.execute(tx)
  const [used] = rows
  if (!used) return
  const said =
    used.projectId === project.id
      ? `这张票据已经用于本项目的“${used.item}”（${yuan(used.fen)}元）。一张票据上有几样东西的，请删去那一笔，合并为一笔登记。`
      : `这张票据已经用于项目“${used.title}”，请核对是否重复报销。`
  throw blocked('receiptKey', said, 'R004-04')
}

/** @throws Problem 404 `micro.expense.none` */
export const removeExpense = async (tx: Tx, actor: Actor, project: Project, id: number) => {
  await requireOpen(tx, project)
  const { rows } = await sql<{ kind: string; item: string; fen: number }>`
    delete from micro.expense where id = ${id} and project_id = ${project.id} returning kind, item, fen`.execute(tx)
  if (!rows[0]) throw refuse('micro.expense.none', '这笔开支已经不在了，请刷新页面。', { status: 404 })
  await keepSum(tx, actor, project, 'remove', rows[0])
  return { spentFen: project.spentFen - rows[0].fen, findings: [] }
}

type Changed = { kind: string; item: string; fen: number }

const keepSum = async (tx: Tx, actor: Actor, { id }: Project, act: 'add' | 'remove', changed: Changed) => {
  await sql`
    update micro.project set spent_fen =
      (select coalesce(sum(fen), 0)::bigint from micro.expense where project_id = ${id}) where id = ${id}`.execute(tx)
  await touch(tx, id)
  const { kind, item, fen } = changed
  const detail = { kind, item, fen }
  await record(tx, actor, { action: `micro.expense.${act}`, subjectKind: 'micro.project', subjectId: id, detail })
}
