import { type Actor, hasRole } from '#kernel/access/index.ts'
import { checksSignatures, followsProject, worksOn } from '../permissions.ts'
import type { Project } from '../project/load.ts'
import type { Photographed } from './sheet-reading.ts'

type OfProject = { project: Project }

export const seesSignatures = (actor: Actor, project: Project) =>
  followsProject(actor, project) || worksOn(actor, project)

/** What a member has left is for who collects their signatures and for posts that see the year's allowances anyway. */
export const seesAllowances = (actor: Actor, project: Project) =>
  worksOn(actor, project) ||
  hasRole(actor, 'secretary', 'village-committee', 'party-office', 'leader', 'organisation-member', 'finance')

export const worksOnItsProject = (actor: Actor, { project }: OfProject) => worksOn(actor, project)

/** Whoever collects signatures, of a picture that the own village took. */
export const tookPictureFor = (actor: Actor, { project, file }: Photographed) =>
  worksOn(actor, project) && file.unitPath === project.unitPath

export const checksItsProject = (actor: Actor, { project }: OfProject) => checksSignatures(actor, project)
