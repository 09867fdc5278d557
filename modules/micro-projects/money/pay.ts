import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { acceptedOn, requireNotBefore, requireNotFuture } from '../chain/dates.ts'
import { moveTo } from '../chain/move.ts'
import type { Project } from '../project/load.ts'
import { yuan } from '../shared/index.ts'
import { releaseRest } from './account.ts'
import { lockAccounts, type Poster, post, projectAccount } from './posting.ts'

/** What finance did elsewhere, as the record keeps it: the product moves no money itself. */
export type NewPayment = {
  /** Whole fen. */
  fen: number
  /** 凭证号 */
  voucher: string
  /** The village's collective account (集体账户). */
  payee: string
  paidOn: string
  /** Why before the plaque was ordered (R004-12); nothing otherwise. */
  reason: string
}

const blocked = (path: string, message: string) =>
  refuse('micro.payment', message, {
    status: 422,
    findings: [{ path, severity: 'block', rule: 'R004-14', message }],
  })

/**
 * Records the payment of an accepted project, once, of at most what was approved and spent (R004-14); what was approved
 * and not paid goes back to the members. The caller has locked the project.
 * @throws Problem `micro.paid`, `micro.not-accepted`, 422 `micro.payment`
 */
export const pay = async (tx: Tx, poster: Poster, project: Project, payment: NewPayment): Promise<void> => {
  await requirePayable(tx, project)
  await requirePlaque(tx, project.id, payment.reason)
  const most = Math.min(project.approvedFen ?? 0, project.spentFen)
  if (payment.fen > most) throw blocked('fen', `拨付金额不能超过核定金额和实际支出，最多可拨付${yuan(most)}元。`)
  const paid = { path: 'paidOn', what: '拨付', on: payment.paidOn }
  await requireNotFuture(tx, paid)
  requireNotBefore(paid, await acceptedOn(tx, project.id))
  await insertPayment(tx, poster, project.id, payment)
  const fromId = await projectAccount(tx, project, 'project')
  const toId = await projectAccount(tx, project, 'paid')
  await lockAccounts(tx, [fromId, toId])
  await post(tx, poster, [{ what: 'pay', fromId, toId, fen: payment.fen }], project.id)
  await releaseRest(tx, poster, project)
  const { fen, voucher, reason } = payment
  await moveTo(tx, poster, project, 'paid', { fen, voucher, ...(reason !== '' && { reason }) })
}

const requirePayable = async (tx: Tx, { id, state }: Project): Promise<void> => {
  const { rows } = await sql<{ fen: number }>`select fen from micro.payment where project_id = ${id}`.execute(tx)
  if (rows[0]) throw refuse('micro.paid', `本项目已拨付${yuan(rows[0].fen)}元。`)
  if (state !== 'accepted') throw refuse('micro.not-accepted', '项目尚未验收，不能拨付。')
}

/**
 * 公示、验收表、标牌、拨付, in this order (R004-12): money goes before the plaque only with a written reason.
 * @throws Problem 422 `micro.plaque`
 */
const requirePlaque = async (tx: Tx, projectId: number, reason: string): Promise<void> => {
  if (reason !== '' || (await plaqueOrdered(tx, projectId))) return
  const message = '还没有安排制作标牌。确需先拨付的，请写明原因。'
  const finding = { path: 'reason', severity: 'block', rule: 'R004-12', message }
  throw refuse('micro.plaque', message, { status: 422, findings: [finding] })
}

export const plaqueOrdered = async (db: Db, projectId: number): Promise<boolean> => {
  const { rows } = await sql`select from micro.plaque where project_id = ${projectId}`.execute(db)
  return rows.length > 0
}

/** A voucher pays one project of a payee: the same number entered twice is a payment repeated. */
const insertPayment = async (tx: Tx, poster: Poster, projectId: number, payment: NewPayment): Promise<void> => {
  const { fen, voucher, payee, paidOn, reason } = payment
  const { rows } = await sql`
    insert into micro.payment (project_id, fen, voucher, payee, paid_on, reason, recorded_by)
    values (${projectId}, ${fen}, ${voucher}, ${payee}, ${paidOn}, ${reason}, ${poster.accountId ?? null})
    on conflict do nothing returning project_id`.execute(tx)
  if (!rows[0]) throw blocked('voucher', `凭证号“${voucher}”已经用于向“${payee}”拨付，请核对是否重复登记。`)
}
