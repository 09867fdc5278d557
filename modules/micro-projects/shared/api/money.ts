import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { stateKeys } from '../states.ts'

const ofProject = '/api/micro/projects/{id}'
const ofProgramme = '/api/micro/programmes/{id}'
const params = z.object({ id: z.coerce.number().int() })
const fen = z.int()
const amount = z.int({ error: '请填写金额' }).min(1, '请填写金额').max(100_000_000, '金额过大，请核对')

const finding = z.object({
  path: z.string().optional(),
  severity: z.string().optional(),
  message: z.string(),
  rule: z.string().optional(),
})

const expense = z.object({
  id: z.number(),
  kind: z.string(),
  kindName: z.string(),
  item: z.string(),
  fen,
  boughtOn: z.string(),
  receipt: z.object({ key: z.string(), name: z.string(), mime: z.string() }).nullable(),
  enteredBy: z.string().nullable(),
})
export type Expense = z.output<typeof expense>

const payment = z.object({
  fen,
  voucher: z.string(),
  payee: z.string(),
  paidOn: z.string(),
  /** Why before the plaque was ordered. */
  reason: z.string(),
  recordedBy: z.string().nullable(),
})
export type Payment = z.output<typeof payment>

/** What a project was approved, what it bought and what was paid. */
export const getProjectMoney = endpoint({
  method: 'get',
  path: `${ofProject}/money`,
  summary: '微实事项目的经费',
  params,
  answer: z.object({
    kinds: z.array(z.object({ key: z.string(), name: z.string() })),
    expenses: z.array(expense),
    approvedFen: fen.nullable(),
    spentFen: fen,
    /** The most that may be paid: what was approved and spent. */
    payableFen: fen,
    payment: payment.nullable(),
    plaqueOrdered: z.boolean(),
    /** 收款账户 of the village's last payment, to be offered. */
    payee: z.string(),
    findings: z.array(finding),
    permissions: z.object({ edit: z.boolean(), pay: z.boolean() }),
  }),
})
export type ProjectMoney = z.output<(typeof getProjectMoney)['answer']>

const spent = z.object({ spentFen: fen, findings: z.array(finding) })

export const addExpense = endpoint({
  method: 'post',
  path: `${ofProject}/expenses`,
  summary: '登记微实事开支',
  params,
  body: z.object({
    kind: z.string().min(1, '请选择开支类别').max(40),
    item: z.string().trim().min(1, '请填写开支项目').max(60, '不超过60字'),
    fen: amount,
    boughtOn: z.iso.date('请选择购买日期'),
    receiptKey: z.string({ error: '请上传票据照片' }).min(1, '请上传票据照片').max(64),
  }),
  answer: spent,
})

export const removeExpense = endpoint({
  method: 'delete',
  path: `${ofProject}/expenses/{expense}`,
  summary: '删除微实事开支',
  params: params.extend({ expense: z.coerce.number().int() }),
  answer: spent,
})

/** 登记拨付: what finance did elsewhere; no money is moved here. */
export const payProject = endpoint({
  method: 'post',
  path: `${ofProject}/payment`,
  summary: '登记微实事补助资金拨付',
  params,
  body: z.object({
    fen: amount,
    voucher: z.string().trim().min(1, '请填写凭证号').max(60, '不超过60字'),
    payee: z.string().trim().min(1, '请填写收款的村（社区）集体账户').max(100, '不超过100字'),
    paidOn: z.iso.date('请选择拨付日期'),
    reason: z.string().trim().max(500, '不超过500字').default(''),
  }),
  answer: z.object({ ok: z.literal(true) }),
})

export const postingNames = { grant: '下达额度', approve: '核定', release: '退回额度', pay: '拨付' } as const
export type PostingKind = keyof typeof postingNames

const ledgerRow = z.object({
  id: z.number(),
  at: z.string(),
  what: z.enum(Object.keys(postingNames) as [PostingKind, ...PostingKind[]]),
  fen,
  villageName: z.string(),
  /** Masked for whoever does not need the name. */
  memberName: z.string().nullable(),
  project: z.object({ id: z.number(), title: z.string() }).nullable(),
  postedBy: z.string().nullable(),
})
export type LedgerRow = z.output<typeof ledgerRow>

const ledgerQuery = z.object({
  villageId: z.coerce.number().int().optional(),
  projectId: z.coerce.number().int().optional(),
  memberId: z.coerce.number().int().optional(),
  what: z.enum(Object.keys(postingNames) as [PostingKind, ...PostingKind[]]).optional(),
})

/** Postings of a programme, newest first, and where all the money stands. */
export const listLedger = endpoint({
  method: 'get',
  path: `${ofProgramme}/ledger`,
  summary: '微实事资金台账',
  params,
  query: ledgerQuery.extend({ after: z.coerce.number().int().optional() }),
  answer: z.object({
    rows: z.array(ledgerRow),
    next: z.number().nullable(),
    /** Fen granted = still free + reserved for projects + paid. */
    totals: z.object({ granted: fen, free: fen, reserved: fen, paid: fen }),
  }),
})

const allowance = z.object({
  memberId: z.number(),
  name: z.string(),
  party: z.boolean(),
  representative: z.boolean(),
  active: z.boolean(),
  leftFen: fen,
  used: z.array(z.object({ projectId: z.number(), title: z.string(), fen })),
})
export type Allowance = z.output<typeof allowance>

/** Who of a village has how much of the year's allowance left. */
export const listAllowances = endpoint({
  method: 'get',
  path: `${ofProgramme}/allowances`,
  summary: '党员、代表额度使用情况',
  params,
  query: z.object({ villageId: z.coerce.number().int() }),
  answer: z.object({ rows: z.array(allowance), perPersonFen: fen }),
})

const reportFigures = z.object({
  projects: z.int(),
  approved: z.int(),
  finished: z.int(),
  members: z.int(),
  signers: z.int(),
  households: z.int(),
  /** What projects asked for, those not yet decided included. */
  askedFen: fen,
  approvedFen: fen,
  spentFen: fen,
  paidFen: fen,
})
export type ReportFigures = z.output<typeof reportFigures>

/** Steps whose days are counted, each from the end of the one before it. */
export const paceSteps = {
  office: '党建办审核',
  leader: '分管领导审核',
  amount: '核定经费',
  meeting: '会议研究',
  build: '实施',
  publicity: '公示至填报验收表',
  committee: '组织委员验收',
  payment: '拨付',
} as const
export type PaceStep = keyof typeof paceSteps

/** A year, village by village, month by month and step by step. */
export const getYearlyReport = endpoint({
  method: 'get',
  path: `${ofProgramme}/report`,
  summary: '微实事年度统计',
  params,
  answer: z.object({
    year: z.int(),
    title: z.string(),
    rows: z.array(reportFigures.extend({ villageId: z.number(), villageName: z.string() })),
    total: reportFigures,
    /** Where the projects stand, in the order of the way; empty states are left out. */
    states: z.array(z.object({ state: z.enum(stateKeys), projects: z.int() })),
    /** Civil months (YYYY-MM) in which something happened. */
    months: z.array(
      z.object({ month: z.string(), proposed: z.int(), approved: z.int(), finished: z.int(), paidFen: fen }),
    ),
    /** Calendar days that a step took in half of the projects, and at most. */
    steps: z.array(
      z.object({
        step: z.enum(Object.keys(paceSteps) as [PaceStep, ...PaceStep[]]),
        projects: z.int(),
        medianDays: z.int(),
        longestDays: z.int(),
      }),
    ),
    permissions: z.object({ names: z.boolean() }),
  }),
})
export type YearlyReport = z.output<typeof getYearlyReport.answer>

/** 年度统计, 拨付明细, 额度使用 and 资金台账 as sheets of one workbook, for the finance office. */
export const exportMoney = endpoint({
  method: 'get',
  path: `${ofProgramme}/money.xlsx`,
  summary: '导出微实事经费（年度统计、拨付明细、额度使用、资金台账）',
  params,
  answer: z.any(),
})
