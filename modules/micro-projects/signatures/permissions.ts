import type { Actor } from '#kernel/access/index.ts'
import { checksSignatures, followsProject, worksOn } from '../permissions.ts'
import type { Project } from '../project/load.ts'
import type { Photographed } from './sheet-reading.ts'

type OfProject = { project: Project }

export const seesSignatures = (actor: Actor, project: Project) =>
  followsProject(actor, project) || worksOn(actor, project)

export const worksOnItsProject = (actor: Actor, { project }: OfProject) => worksOn(actor, project)

/** Whoever has just taken the picture: what is on it is nobody else's yet. */
export const tookPictureFor = (actor: Actor, { project, file }: Photographed) =>
  worksOn(actor, project) && file.uploadedBy === actor.id

export const checksItsProject = (actor: Actor, { project }: OfProject) => checksSignatures(actor, project)
