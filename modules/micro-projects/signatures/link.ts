import { type Actor, hashToken, newToken } from '#kernel/access/index.ts'
import { record, type Who } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { findProject, type Project } from '../project/load.ts'
import type { HouseholdRef } from '../shared/api/signatures.ts'
import type { Ink } from '../shared/index.ts'
import { type Household, resolveHousehold } from './household.ts'
import type { Origin } from './origin.ts'
import { alreadySigned, findAct, insertSignature, recordSigning, requireSigning } from './sign.ts'

/** Wrong answers after which a link opens nothing any more. */
const tries = 5

/**
 * A link by which one household signs on its own telephone, good for seven days and once. A new one takes the place of
 * the old. @returns the token, which is shown once and kept only as a hash
 */
export const issueLink = async (
  tx: Tx,
  actor: Actor,
  project: Project,
  ref: HouseholdRef,
  issuedFrom: Origin = null,
) => {
  requireSigning(project)
  const household = await resolveHousehold(tx, actor, project, ref)
  const signed = await alreadySigned(tx, project.id, household)
  if (signed) throw signed
  await sql`update micro.signing_link set revoked_at = app.now()
    where project_id = ${project.id} and household_id = ${household.id} and used_at is null and revoked_at is null`.execute(
    tx,
  )
  const token = newToken()
  const { rows } = await sql<{ id: number; expiresAt: string }>`
    insert into micro.signing_link (token_hash, project_id, household_id, issued_by, issued_from, expires_at)
    values (${hashToken(token)}, ${project.id}, ${household.id}, ${actor.accountId}, ${issuedFrom},
      app.now() + interval '7 days')
    returning id, expires_at as "expiresAt"`.execute(tx)
  await recordLink(tx, actor, 'issue', project.id, household.id)
  return { ...rows[0]!, token, head: household.head }
}

const recordLink = (tx: Tx, who: Who, what: string, projectId: number, householdId: number) =>
  record(tx, who, {
    action: `micro.link.${what}`,
    subjectKind: 'micro.project',
    subjectId: projectId,
    detail: { household: householdId },
  })

type Link = Household & { linkId: number; projectId: number; tries: number; state: LinkState; expiresAt: string }
export type LinkState = 'open' | 'used' | 'revoked' | 'expired'

/** A link by its token, with the household it is for. */
export const findLink = async (db: Db, token: string, lock = false): Promise<Link | undefined> => {
  const { rows } = await sql<Link>`
    select l.id as "linkId", l.project_id as "projectId", l.wrong_tries as tries, l.expires_at as "expiresAt",
      h.id, h.village_id as "villageId", h.head, h.door, h.phone,
      case when l.used_at is not null then 'used' when l.revoked_at is not null then 'revoked'
        when l.expires_at <= app.now() then 'expired' else 'open' end as state
    from micro.signing_link l join micro.household h on h.id = l.household_id
    where l.token_hash = ${hashToken(token)} ${lock ? sql`for update of l` : sql``}`.execute(db)
  return rows[0]
}

/** A link by its id, with the project it belongs to, for whoever takes it back. */
export const findIssued = async (tx: Tx, id: number) => {
  const { rows } = await sql<{ projectId: number; householdId: number }>`
    select project_id as "projectId", household_id as "householdId" from micro.signing_link
    where id = ${id} and used_at is null and revoked_at is null`.execute(tx)
  const project = rows[0] && (await findProject(tx, rows[0].projectId))
  return project && { project, householdId: rows[0]!.householdId }
}

export const revokeLink = async (tx: Tx, actor: Actor, id: number, projectId: number, householdId: number) => {
  await sql`update micro.signing_link set revoked_at = app.now() where id = ${id} and used_at is null`.execute(tx)
  await recordLink(tx, actor, 'revoke', projectId, householdId)
}

export const closedWords: Record<Exclude<LinkState, 'open'>, string> = {
  used: '这个链接已经用过，本户已签名。',
  revoked: '这个链接已作废，请联系村（社区）工作人员重新发送，或者在纸质签名表上签名。',
  expired: '这个链接已过7天有效期，请联系村（社区）工作人员重新发送，或者在纸质签名表上签名。',
}

/** From where a link is used, and who of the house is signed in there. */
type From = { originOf: (projectId: number) => Origin; accountId: number | null }
const nowhere: From = { originOf: () => null, accountId: null }

type Answer = { token: string; proof: string; ink: Ink; deviceAt?: string | undefined; actKey: string }

/**
 * A household signs by its link. Whoever does not know the head's full name, or the last digits of the telephone on
 * record, has five tries; they count although nothing was signed, so they are answered and not thrown.
 * @throws Problem `link.unknown`, `link.used`, `link.revoked`, `link.expired`, `signing.closed`, `household.signed`
 */
export const signByLink = async (tx: Tx, answer: Answer, by: From = nowhere) => {
  const { project, link } = await lockLink(tx, answer.token)
  const act = await findAct(tx, project.id, answer.actKey)
  if (act && act.householdId === link.id) return { signed: true as const, at: act.at }
  if (link.state !== 'open') throw refuse(`link.${link.state}`, closedWords[link.state])
  if (!knows(link, answer.proof)) return countWrong(tx, link)
  requireSigning(project)
  const { ink, deviceAt, actKey } = answer
  const { id, at } = await insertSignature(tx, project, link, { way: 'link', ink, deviceAt, actKey, enteredBy: null })
  await sql`update micro.signature set signed_from = ${by.originOf(project.id)}, signed_in_as = ${by.accountId}
    where id = ${id}`.execute(tx)
  await sql`update micro.signing_link set used_at = app.now() where id = ${link.linkId}`.execute(tx)
  await recordSigning(tx, holder(link), project, 'link', [link.id])
  return { signed: true as const, at }
}

/** The project first, as everybody locks it: then its link, as it stands when the others are done. */
const lockLink = async (tx: Tx, token: string) => {
  const first = await findLink(tx, token)
  const project = first && (await findProject(tx, first.projectId, true))
  const link = await findLink(tx, token, true)
  if (!project || !link)
    throw refuse('link.unknown', '链接不完整或者无效，请重新扫码，或者完整复制链接。', { status: 404 })
  return { project, link }
}

const plain = (name: string) => name.normalize('NFKC').replace(/[\s·•・]/gu, '')

const knows = ({ head, phone }: Household, proof: string): boolean =>
  plain(proof) === plain(head) || (phone !== null && plain(proof) === phone.slice(-4))

const countWrong = async (tx: Tx, link: Link) => {
  const triesLeft = Math.max(0, tries - link.tries - 1)
  await sql`update micro.signing_link set wrong_tries = wrong_tries + 1,
    revoked_at = case when ${triesLeft} = 0 then app.now() end where id = ${link.linkId}`.execute(tx)
  if (triesLeft === 0) await recordLink(tx, holder(link), 'guessed', link.projectId, link.id)
  return { signed: false as const, triesLeft }
}

const holder = ({ linkId }: Link): Who => ({ id: `link:${linkId}`, name: '签名链接' })
