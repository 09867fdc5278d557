import { type Actor, hasRole, reaches } from '../actor.ts'

/** The unit, or the unit of the post, that is administered. */
export type Placed = { unitPath: string }

/** The administrator of the unit itself or of one above it. */
export const administers = (actor: Actor, { unitPath }: Placed) =>
  hasRole(actor, 'administrator') && reaches(actor, unitPath)

/** A person is administered only by who reaches every post the person holds: nobody resets the password of a superior. */
export const administersPerson = (actor: Actor, { unitPaths }: { unitPaths: string[] }) =>
  unitPaths.length > 0 && unitPaths.every(unitPath => administers(actor, { unitPath }))

/** Not one's own account: closing it would lock oneself out, and a password of one's own is changed with the old one. */
export const administersOther = (actor: Actor, account: { id: number; unitPaths: string[] }) =>
  account.id !== actor.accountId && administersPerson(actor, account)
