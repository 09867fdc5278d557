import { type Actor, hasRole, reaches } from '#kernel/access/index.ts'
import type { Project } from './project/load.ts'
import { ownStates } from './shared/index.ts'

type OfVillage = { unitPath: string; villageId: number }

/** Village staff at their own village, and the representative who leads the project. */
export const worksOn = (actor: Actor, project: Project) =>
  isStaffOf(actor, project) || (actor.accountId !== null && actor.accountId === project.leadAccountId)

export const isStaffOf = (actor: Actor, { villageId }: { villageId: number }) =>
  hasRole(actor, 'village-staff') && actor.unitId === villageId

/**
 * Posts of the village, and of the sub-district above it once the project is handed in: what is not, or was taken back, is
 * the village's own. A representative sees the projects of the own village.
 */
export const followsProject = (actor: Actor, { unitPath, villageId, state }: OfVillage & Pick<Project, 'state'>) =>
  (hasRole(actor, 'representative', 'village-staff', 'secretary', 'village-committee') && actor.unitId === villageId) ||
  (!ownStates.includes(state) && followsProgramme(actor, { unitPath }))

type OfDistrict = { districtId: number } | { unitId: number }

/** At the sub-district that runs the programme itself: units above it read along and decide nothing (R004-10). */
export const isAtDistrict = (actor: Actor, of: OfDistrict) =>
  actor.unitId === ('districtId' in of ? of.districtId : of.unitId)

/** Who checks signatures, calls households back and may see their numbers. */
export const checksSignatures = (actor: Actor, project: { districtId: number }) =>
  hasRole(actor, 'party-office') && isAtDistrict(actor, project)

type OfSecretary = Pick<Project, 'villageId' | 'secretaryLeads' | 'secretaryVacant'>

/** 村党组织书记; another member of the committee where the secretary leads the project himself, or there is none. */
export const signsForVillage = (actor: Actor, { villageId, secretaryLeads, secretaryVacant }: OfSecretary) =>
  actor.unitId === villageId &&
  (hasRole(actor, 'secretary') || (hasRole(actor, 'village-committee') && (secretaryLeads || secretaryVacant)))

export const holdsPurse = (actor: Actor, of: OfDistrict) => hasRole(actor, 'finance') && isAtDistrict(actor, of)

export const runsProgramme = (actor: Actor, of: OfDistrict) => hasRole(actor, 'party-office') && isAtDistrict(actor, of)

/** Posts of the sub-district that runs it, and above. */
export const followsProgramme = (actor: Actor, { unitPath }: { unitPath: string }) =>
  hasRole(actor, 'party-office', 'leader', 'organisation-member', 'finance') && reaches(actor, unitPath)

export const usesMicro = (actor: Actor) =>
  hasRole(
    actor,
    ...(['representative', 'village-staff', 'secretary', 'village-committee'] as const),
    ...(['party-office', 'leader', 'organisation-member', 'finance'] as const),
  )
