import type { Who } from '#kernel/audit/index.ts'

/** What this room asks of whoever acts: the path of the own unit ('' reaches nothing) and the roles of the post. */
export type UnitActor = Who & { unitId: number | null; unitPath: string; roles: readonly string[] }

type Placed = { path: string }

const within = (actor: UnitActor, { path }: Placed) => actor.unitPath !== '' && path.startsWith(actor.unitPath)

export const isAdministrator = (actor: UnitActor) => actor.roles.includes('administrator')

/** Everyone with a post sees the own unit and what lies below it. */
export const canSeeUnit = (actor: UnitActor, unit: Placed) => within(actor, unit)

/** The administrator changes the own unit and all below it. */
export const canEditUnit = (actor: UnitActor, unit: Placed) => isAdministrator(actor) && within(actor, unit)

/** A unit moves only from and to places within reach; one's own stays where its upper level has put it. */
export const canMoveUnit = (actor: UnitActor, { unit, parent }: { unit: Placed; parent: Placed }) =>
  canEditUnit(actor, unit) && unit.path !== actor.unitPath && canEditUnit(actor, parent)

/** One does not close the unit one stands in. */
export const canSwitchUnit = (actor: UnitActor, unit: Placed) =>
  canEditUnit(actor, unit) && unit.path !== actor.unitPath
