import type { Who } from '#kernel/audit/index.ts'
import type { HttpApi } from '#platform/http/index.ts'
import type { Role } from './shared/roles.ts'

/** Whoever a request comes from: an account at one of its posts, or the holder of a slip. */
export type Actor = Who & {
  kind: 'account' | 'slip'
  accountId: number | null
  postId: number | null
  postTitle: string
  unitId: number | null
  unitName: string
  /** Path of the post's unit; '' for a slip, which reaches nothing by the tree. */
  unitPath: string
  roles: readonly Role[]
  slip?: { id: number; purpose: 'vet' | 'review'; subjectId: number }
}

export type Api = HttpApi<Actor>

export const hasRole = (actor: Actor, ...anyOf: Role[]) => anyOf.some(role => actor.roles.includes(role))

/** True for the actor's own unit and every unit below it. */
export const reaches = (actor: Actor, unitPath: string) => actor.unitPath !== '' && unitPath.startsWith(actor.unitPath)

/** True at a unit that has none above it, so that what is done there is done for every unit of the installation. */
export const isAtTop = (actor: Actor) => /^\/\d+\/$/.test(actor.unitPath)

/** Whoever administers the installation as a whole: its calendar, its outbox. */
export const administersAll = (actor: Actor) => hasRole(actor, 'administrator') && isAtTop(actor)

/** A predicate for endpoints that need a role and nothing else. */
export const only = (...anyOf: Role[]) => {
  const policy = (actor: Actor) => hasRole(actor, ...anyOf)
  return Object.defineProperty(policy, 'name', { value: `only(${anyOf.join(', ')})` })
}
