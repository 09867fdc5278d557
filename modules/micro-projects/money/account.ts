import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import { sumFen, yuan } from '../shared/index.ts'
import { grantAllowances } from './grant.ts'
import { type Allowance, usedSentences } from './left.ts'
import { lockAccounts, type Poster, type Posting, post, projectAccount } from './posting.ts'

export { grantAllowances }

/** An allowance that may be drawn, in the order in which its members signed. */
type Drawable = Allowance & { id: number }

/**
 * Draws an approved amount (fen) from the allowances of the members who signed, in the order of their signatures, until
 * it is reached (R004-01). The caller has locked the project.
 * @throws Problem 422 `micro.allowance` that names whose allowance is spent, and on what
 */
export const approveAmount = async (tx: Tx, poster: Poster, project: Project, fen: number): Promise<void> => {
  if (project.approvedFen !== null)
    throw refuse('micro.amount.fixed', `本项目已核定${yuan(project.approvedFen)}元，不能重复核定。`)
  await grantAllowances(tx, project.programmeId, poster)
  const toId = await projectAccount(tx, project, 'project')
  const allowances = await lockAllowances(tx, project)
  const limit = project.programme.perPersonFen * allowances.length
  if (fen > limit) throw overLimit(allowances.length, limit, fen)
  const draws = drawn(allowances, fen)
  if (sumFen(draws) < fen) throw await exhausted(tx, project, allowances, fen)
  await post(
    tx,
    poster,
    draws.map((draw): Posting => ({ what: 'approve', toId, ...draw })),
    project.id,
  )
  await sql`update micro.project set approved_fen = ${fen} where id = ${project.id}`.execute(tx)
}

/** Accounts of those who signed, locked lowest id first. */
const lockAllowances = async (tx: Tx, { id, programmeId }: Project): Promise<Drawable[]> => {
  const { rows } = await sql<Drawable & { at: string }>`
    select a.id, m.name, a.balance_fen as balance, b.at from micro.backing b
    join micro.account a on a.member_id = b.member_id and a.programme_id = ${programmeId} and a.kind = 'member'
    join micro.member m on m.id = b.member_id
    where b.project_id = ${id} order by a.id for no key update of a`.execute(tx)
  return rows.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id))
}

const drawn = (allowances: readonly Drawable[], fen: number): { fromId: number; fen: number }[] => {
  let rest = fen
  return allowances.flatMap(({ id, balance }) => {
    const part = Math.min(rest, balance)
    rest -= part
    return part > 0 ? [{ fromId: id, fen: part }] : []
  })
}

const notAllowed = (message: string) =>
  refuse('micro.allowance', message, {
    status: 422,
    findings: [{ path: 'fen', severity: 'block', rule: 'R004-01', message }],
  })

const overLimit = (signers: number, limit: number, fen: number) =>
  notAllowed(`本项目${signers}名党员/代表签名，经费上限${yuan(limit)}元，申请${yuan(fen)}元超出。`)

const exhausted = async (tx: Tx, project: Project, allowances: readonly Allowance[], fen: number) => {
  const said = await usedSentences(tx, project, allowances)
  const free = allowances.reduce((sum, { balance }) => sum + balance, 0)
  const total = `签名的党员、代表可用额度合计${yuan(free)}元，核定${yuan(fen)}元超出。`
  return notAllowed([...said, total].join(''))
}

/**
 * Gives what a project does not use back to those whose allowances it was drawn from, the last drawn first: all of it
 * where it was refused or withdrawn, the rest where less was paid. The caller has locked the project.
 */
export const releaseRest = async (tx: Tx, poster: Poster, project: Project): Promise<void> => {
  if (project.approvedFen === null) return
  const fromId = await projectAccount(tx, project, 'project')
  const { rows } = await sql<{ id: number; fen: number }>`
    select a.id, sum(case p.what when 'approve' then p.fen else -p.fen end)::bigint as fen from micro.posting p
    join micro.account a on a.id = case p.what when 'approve' then p.from_id else p.to_id end
    where p.project_id = ${project.id} and p.what in ('approve', 'release')
    group by a.id order by max(p.id) desc`.execute(tx)
  const balances = await lockAccounts(tx, [fromId, ...rows.map(({ id }) => id)])
  let rest = balances.get(fromId)!
  const back = rows.flatMap(({ id, fen }): Posting[] => {
    const part = Math.min(rest, fen)
    rest -= part
    return part > 0 ? [{ what: 'release', fromId, toId: id, fen: part }] : []
  })
  await post(tx, poster, back, project.id)
  await forgetUnpaid(tx, project.id)
}

/** A project that has neither money nor a payment was approved nothing; what was, stands in the ledger. */
const forgetUnpaid = (tx: Tx, projectId: number) =>
  sql`update micro.project set approved_fen = null where id = ${projectId}
    and not exists (select from micro.payment y where y.project_id = ${projectId})`.execute(tx)
