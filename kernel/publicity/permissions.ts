import { type Actor, hasRole, reaches } from '#kernel/access/index.ts'
import type { NoticeRow } from './notice-row.ts'
import { canAct, toldOfPoints } from './shared/states.ts'

type Owned = { unitId: number }
const ofUnit = (actor: Actor, { unitId }: Owned) => actor.unitId === unitId

export const mayWrite = (actor: Actor, notice: Owned) => hasRole(actor, 'organiser') && ofUnit(actor, notice)
export const mayReview = (actor: Actor, notice: Owned) => hasRole(actor, 'checker') && ofUnit(actor, notice)
export const mayIssue = (actor: Actor, notice: Owned) => hasRole(actor, 'issuer') && ofUnit(actor, notice)
/** Sending back is open to whoever stands after the writer. */
export const mayReturn = (actor: Actor, notice: Owned) => mayReview(actor, notice) || mayIssue(actor, notice)
/** Posts that deal with notices in the desk; everyone else reads the issued ones on the public site. */
export const readsNotices = (actor: Actor) =>
  hasRole(actor, 'organiser', 'checker', 'issuer', 'objection-officer', 'leader')

/** Before it is issued a notice is its own unit's business; afterwards the units above see it in the desk too. */
export const mayRead = (actor: Actor, notice: NoticeRow) =>
  readsNotices(actor) && (ofUnit(actor, notice) || (notice.publishedOn !== null && reaches(actor, notice.unitPath)))

/** The receiving unit's named officers: the only ones who see who objected, and in which words. */
export const isObjectionOfficer = (actor: Actor, receiver: Owned) =>
  hasRole(actor, 'objection-officer') && ofUnit(actor, receiver)

/** Posts that answer points for their unit. */
export const answersPoints = (actor: Actor) =>
  actor.kind === 'account' && hasRole(actor, ...toldOfPoints, 'organiser', 'checker')

/** People of the unit concerned who answer the points. */
export const answersFor = (actor: Actor, { concernedUnitId }: { concernedUnitId: number | null }) =>
  concernedUnitId !== null && actor.unitId === concernedUnitId && answersPoints(actor)

const wrote = (actor: Actor, notice: NoticeRow) => notice.writers.includes(actor.accountId ?? 0)

/** What the page may offer: role and state and, for 审核 and 签发, that it is another person. */
export const noticePermissions = (actor: Actor, notice: NoticeRow) => {
  const { state } = notice
  return {
    edit: mayWrite(actor, notice) && canAct('save', state),
    send: mayWrite(actor, notice) && canAct('send', state),
    approve: mayReview(actor, notice) && canAct('approve', state) && !wrote(actor, notice),
    return: mayReturn(actor, notice) && canAct('return', state),
    issue:
      mayIssue(actor, notice) &&
      canAct('issue', state) &&
      !wrote(actor, notice) &&
      notice.reviewedBy !== actor.accountId,
    revise: mayWrite(actor, notice) && state === 'issued',
    withdraw: mayIssue(actor, notice) && canAct('withdraw', state),
    objections: isObjectionOfficer(actor, notice),
  }
}
