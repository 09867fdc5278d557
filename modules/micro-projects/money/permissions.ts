import { type Actor, hasRole, reaches } from '#kernel/access/index.ts'
import { followsProject, holdsPurse, worksOn } from '../permissions.ts'
import type { RunningProgramme } from '../programme/queries.ts'
import type { Project } from '../project/load.ts'

export { followsProject, holdsPurse, worksOn }

/** Whose money somebody may look into: the subtree of units, and whether members are named there. */
export type Scope = { path: string; names: boolean }

/** Posts above a programme see all of it, those of a village their own; a representative sees names masked. */
export const scopeOf = (actor: Actor, { unitPath }: { unitPath: string }): Scope | null => {
  if (hasRole(actor, 'party-office', 'leader', 'organisation-member', 'finance') && reaches(actor, unitPath))
    return { path: unitPath, names: true }
  if (actor.unitPath === unitPath || !actor.unitPath.startsWith(unitPath)) return null
  if (hasRole(actor, 'village-staff', 'secretary', 'village-committee')) return { path: actor.unitPath, names: true }
  return hasRole(actor, 'representative') ? { path: actor.unitPath, names: false } : null
}

export const seesMoney = (actor: Actor, programme: RunningProgramme): boolean => scopeOf(actor, programme) !== null

/** Workbooks name members, so they go to those who may see the names. */
export const takesMoneyOut = (actor: Actor, programme: RunningProgramme): boolean =>
  scopeOf(actor, programme)?.names === true

/** Receipts are entered while the work goes on, and corrected until its notice is drawn up. */
export const entersExpenses = (actor: Actor, project: Project): boolean =>
  worksOn(actor, project) && (project.state === 'building' || project.state === 'completed')
