import { type Actor, hasRole, reaches } from '#kernel/access/index.ts'
import type { Project } from './project/load.ts'

type OfVillage = { unitPath: string; villageId: number }

/** Village staff at their own village, and the representative who leads the project. */
export const worksOn = (actor: Actor, project: Project) =>
  isStaffOf(actor, project) || (actor.accountId !== null && actor.accountId === project.leadAccountId)

export const isStaffOf = (actor: Actor, { villageId }: { villageId: number }) =>
  hasRole(actor, 'village-staff') && actor.unitId === villageId

/** Posts of the village and of the sub-district above it. A representative sees the projects of the own village. */
export const followsProject = (actor: Actor, { unitPath, villageId }: OfVillage) =>
  (hasRole(actor, 'representative', 'village-staff', 'secretary', 'village-committee') && actor.unitId === villageId) ||
  followsProgramme(actor, { unitPath })

/** Who checks signatures, calls households back and may see their numbers. */
export const checksSignatures = (actor: Actor, { unitPath }: OfVillage) =>
  hasRole(actor, 'party-office') && reaches(actor, unitPath)

/** 村党组织书记; where the secretary leads the project himself, another member of the committee. */
export const signsForVillage = (actor: Actor, { villageId }: OfVillage) =>
  hasRole(actor, 'secretary', 'village-committee') && actor.unitId === villageId

export const holdsPurse = (actor: Actor, { unitPath }: { unitPath: string }) =>
  hasRole(actor, 'finance') && reaches(actor, unitPath)

export const runsProgramme = (actor: Actor, { unitPath }: { unitPath: string }) =>
  hasRole(actor, 'party-office') && reaches(actor, unitPath)

/** Posts of the sub-district that runs it, and above. */
export const followsProgramme = (actor: Actor, { unitPath }: { unitPath: string }) =>
  hasRole(actor, 'party-office', 'leader', 'organisation-member', 'finance') && reaches(actor, unitPath)

export const usesMicro = (actor: Actor) =>
  hasRole(
    actor,
    ...(['representative', 'village-staff', 'secretary', 'village-committee'] as const),
    ...(['party-office', 'leader', 'organisation-member', 'finance'] as const),
  )
