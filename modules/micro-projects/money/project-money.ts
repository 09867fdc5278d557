import type { Actor } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Project } from '../project/load.ts'
import { lineFindings, type moneyApi } from '../shared/index.ts'
import { plaqueOrdered } from './pay.ts'
import { entersExpenses, holdsPurse } from './permissions.ts'

/** A project's money as its page shows it to this person. */
export const projectMoney = async (db: Db, actor: Actor, project: Project): Promise<moneyApi.ProjectMoney> => {
  const { programme, approvedFen, spentFen, state } = project
  const expenses = await expensesOf(db, project)
  return {
    kinds: programme.expenseKinds.filter(({ allowed }) => allowed).map(({ key, name }) => ({ key, name })),
    expenses,
    approvedFen,
    spentFen,
    payableFen: Math.min(approvedFen ?? 0, spentFen),
    payment: await paymentOf(db, project.id),
    plaqueOrdered: await plaqueOrdered(db, project.id),
    payee: holdsPurse(actor, project) ? await lastPayee(db, project.villageId) : '',
    findings: lineFindings(programme, expenses, 'expenses'),
    permissions: { edit: entersExpenses(actor, project), pay: holdsPurse(actor, project) && state === 'accepted' },
  }
}

type Row = Omit<moneyApi.Expense, 'kindName'>

const expensesOf = async (db: Db, { id, programme }: Project): Promise<moneyApi.Expense[]> => {
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.item, e.fen, e.bought_on as "boughtOn", n.name as "enteredBy",
      case when f.id is not null then jsonb_build_object('key', f.key, 'name', f.name, 'mime', f.mime) end as receipt
    from micro.expense e left join files.file f on f.id = e.receipt_id
    left join access.account a on a.id = e.entered_by left join units.person n on n.id = a.person_id
    where e.project_id = ${id} order by e.id`.execute(db)
  const names = new Map(programme.expenseKinds.map(({ key, name }) => [key, name]))
  return rows.map(row => ({ ...row, kindName: names.get(row.kind) ?? row.kind }))
}

const paymentOf = async (db: Db, id: number): Promise<moneyApi.Payment | null> => {
  const { rows } = await sql<moneyApi.Payment>`
    select y.fen, y.voucher, y.payee, y.paid_on as "paidOn", y.reason, n.name as "recordedBy" from micro.payment y
    left join access.account a on a.id = y.recorded_by left join units.person n on n.id = a.person_id
    where y.project_id = ${id}`.execute(db)
  return rows[0] ?? null
}

const lastPayee = async (db: Db, villageId: number): Promise<string> => {
  const { rows } = await sql<{ payee: string }>`
    select y.payee from micro.project p join micro.payment y on y.project_id = p.id
    where p.village_id = ${villageId} order by p.id desc limit 1`.execute(db)
  return rows[0]?.payee ?? ''
}
