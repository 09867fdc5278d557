import type { Actor } from '#kernel/access/index.ts'
import { checksSignatures, followsProject, worksOn } from '../permissions.ts'
import type { Project } from '../project/load.ts'

type OfProject = { project: Project }

export const seesSignatures = (actor: Actor, project: Project) =>
  followsProject(actor, project) || worksOn(actor, project)

export const worksOnItsProject = (actor: Actor, { project }: OfProject) => worksOn(actor, project)

export const checksItsProject = (actor: Actor, { project }: OfProject) => checksSignatures(actor, project)
