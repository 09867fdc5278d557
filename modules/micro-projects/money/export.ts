import { sheetOf, writeBook } from '#kernel/documents/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { RunningProgramme } from '../programme/queries.ts'
import { moneyApi, type State, states, yuan } from '../shared/index.ts'
import { allowancesOf, type VillageAllowance } from './allowances.ts'
import { inYuan, YUAN } from './in-yuan.ts'
import { postingsOf } from './ledger.ts'
import type { Scope } from './permissions.ts'
import { yearlyReport } from './report.ts'

const MOST_ROWS = 200_000

type Paid = {
  code: string
  title: string
  villageName: string
  state: State
  approvedFen: number | null
  spentFen: number
  fen: number | null
  voucher: string | null
  payee: string | null
  paidOn: string | null
}

const paymentsOf = async (db: Db, programmeId: number, { path }: Scope): Promise<Paid[]> => {
  const { rows } = await sql<Paid>`
    select p.code, p.title, v.name as "villageName", p.state, p.approved_fen as "approvedFen", p.spent_fen as "spentFen",
      y.fen, y.voucher, y.payee, y.paid_on as "paidOn"
    from micro.project p join units.unit v on v.id = p.village_id left join micro.payment y on y.project_id = p.id
    where p.programme_id = ${programmeId} and v.path like ${`${path}%`} and p.approved_fen is not null
    order by v.sort_no, v.id, p.id limit ${MOST_ROWS}`.execute(db)
  return rows
}

/** Everything that the finance office files of a programme, one sheet for each matter. */
export const moneyBook = async (db: Db, programme: RunningProgramme, scope: Scope): Promise<Buffer> => {
  const postings = await postingsOf(db, programme.id, scope, {}, MOST_ROWS)
  if (postings.length === MOST_ROWS)
    throw refuse('export.too-long', '资金台账超过20万笔，请按村（社区）分别导出。', { status: 422 })
  const report = await yearlyReport(db, programme, scope)
  return writeBook([
    reportSheet([...report.rows, { ...report.total, villageName: '合计' }]),
    paymentSheet(await paymentsOf(db, programme.id, scope)),
    allowanceSheet(await allowancesOf(db, programme.id, scope)),
    ledgerSheet(postings),
    monthSheet(report.months),
    stepSheet(report.steps),
  ])
}

const reportSheet = (rows: (moneyApi.ReportFigures & { villageName: string })[]) =>
  sheetOf({
    name: '年度统计',
    rows,
    columns: [
      { title: '村（社区）', width: 20, value: row => row.villageName },
      { title: '申报项目', value: row => row.projects },
      { title: '批准项目', value: row => row.approved },
      { title: '验收项目', value: row => row.finished },
      { title: '党员、代表人数', value: row => row.members },
      { title: '签名党员、代表', value: row => row.signers },
      { title: '签名群众户数', value: row => row.households },
      { title: '申请经费（元）', format: YUAN, value: row => inYuan(row.askedFen) },
      { title: '核定经费（元）', format: YUAN, value: row => inYuan(row.approvedFen) },
      { title: '实际支出（元）', format: YUAN, value: row => inYuan(row.spentFen) },
      { title: '已拨付（元）', format: YUAN, value: row => inYuan(row.paidFen) },
    ],
  })

const monthSheet = (rows: moneyApi.YearlyReport['months']) =>
  sheetOf({
    name: '按月统计',
    rows,
    columns: [
      { title: '月份', value: row => row.month },
      { title: '申报项目', value: row => row.proposed },
      { title: '批准项目', value: row => row.approved },
      { title: '完工项目', value: row => row.finished },
      { title: '拨付（元）', format: YUAN, value: row => inYuan(row.paidFen) },
    ],
  })

const stepSheet = (rows: moneyApi.YearlyReport['steps']) =>
  sheetOf({
    name: '各环节用时',
    rows,
    columns: [
      { title: '环节', width: 24, value: row => moneyApi.paceSteps[row.step] },
      { title: '项目数', value: row => row.projects },
      { title: '用时中位数（天）', value: row => row.medianDays },
      { title: '最长用时（天）', value: row => row.longestDays },
    ],
  })

const paymentSheet = (rows: Paid[]) =>
  sheetOf({
    name: '拨付明细',
    rows,
    columns: [
      { title: '项目编号', value: row => row.code },
      { title: '项目名称', width: 30, value: row => row.title },
      { title: '村（社区）', width: 20, value: row => row.villageName },
      { title: '状态', width: 18, value: row => states[row.state] },
      { title: '核定经费（元）', format: YUAN, value: row => row.approvedFen !== null && inYuan(row.approvedFen) },
      { title: '实际支出（元）', format: YUAN, value: row => inYuan(row.spentFen) },
      { title: '拨付金额（元）', format: YUAN, value: row => (row.fen === null ? null : inYuan(row.fen)) },
      { title: '凭证号', value: row => row.voucher },
      { title: '收款账户', width: 30, value: row => row.payee },
      { title: '拨付日期', value: row => row.paidOn },
    ],
  })

const allowanceSheet = (rows: VillageAllowance[]) =>
  sheetOf({
    name: '额度使用',
    rows,
    columns: [
      { title: '村（社区）', width: 20, value: row => row.villageName },
      { title: '姓名', value: row => row.name },
      { title: '党员', width: 8, value: row => row.party },
      { title: '代表', width: 8, value: row => row.representative },
      { title: '剩余额度（元）', format: YUAN, value: row => inYuan(row.leftFen) },
      {
        title: '已用于',
        width: 60,
        value: row => row.used.map(({ title, fen }) => `${title}（${yuan(fen)}元）`).join('、'),
      },
    ],
  })

const ledgerSheet = (rows: moneyApi.LedgerRow[]) =>
  sheetOf({
    name: '资金台账',
    rows,
    columns: [
      { title: '序号', value: row => row.id },
      { title: '时间', width: 20, value: row => civilMinute(row.at) },
      { title: '事项', value: row => moneyApi.postingNames[row.what] },
      { title: '金额（元）', format: YUAN, value: row => inYuan(row.fen) },
      { title: '村（社区）', width: 20, value: row => row.villageName },
      { title: '党员、代表', value: row => row.memberName },
      { title: '项目', width: 30, value: row => row.project?.title },
      { title: '经办人', value: row => row.postedBy },
    ],
  })

const civilMinute = (instant: string) =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
