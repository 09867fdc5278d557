import { type Actor, type Api, reaches } from '#kernel/access/index.ts'
import type { Db } from '#platform/db/index.ts'
import { checksSignatures, followsProject, worksOn } from '../permissions.ts'
import { findProject, type Project } from '../project/load.ts'
import { pictureApi } from '../shared/index.ts'
import { answerPrivacy, attachPicture, removePicture } from './attach.ts'
import { blurPicture } from './blur.ts'
import { clearedOf, clearMatches } from './clear.ts'
import { pictureFindings } from './findings.ts'
import { openParts } from './open.ts'
import { matchesOf, type PictureRow, pictureOf, picturesOf } from './queries.ts'

const done = { ok: true as const }
type Picked = { project: Project; picture: PictureRow }

const pick = async ({ db, params }: { db: Db; params: { id: number; pictureId: number } }) => {
  const project = await findProject(db, params.id, true)
  const picture = project && (await pictureOf(db, project.id, params.pictureId))
  return picture && { project, picture }
}
const checksPicked = (actor: Actor, { project }: Picked) => checksSignatures(actor, project)
const worksOnPicked = (actor: Actor, { project }: Picked) => worksOn(actor, project)

/** Pictures of a project: looking at them, adding, removing, answering whether they may be shown. */
export const pictureRoutes = (api: Api): void => {
  api.handle(pictureApi.listPictures, {
    load: ({ db, params }) => findProject(db, params.id),
    allow: followsProject,
    act: ({ db, actor, loaded }) => presentPictures(db, actor, loaded),
  })
  api.handle(pictureApi.attachPicture, {
    load: ({ db, params }) => findProject(db, params.id, true),
    allow: worksOn,
    act: async ({ db, actor, loaded, body }) => {
      const id = await attachPicture(db, actor, loaded, body)
      const findings = await findingsFor(db, actor, loaded)
      return { id, findings: findings.filter(({ path }) => path === `pictures.${id}`) }
    },
  })
  api.handle(pictureApi.removePicture, {
    load: pick,
    allow: worksOnPicked,
    act: async ({ db, actor, loaded: { project, picture } }) => {
      await removePicture(db, actor, project, picture)
      return done
    },
  })
  api.handle(pictureApi.answerPrivacy, {
    load: pick,
    allow: worksOnPicked,
    act: async ({ db, actor, loaded: { picture }, body }) => {
      await answerPrivacy(db, actor, picture, body.privacy)
      return done
    },
  })
  api.handle(pictureApi.clearPicture, {
    load: pick,
    allow: checksPicked,
    act: async ({ db, actor, loaded: { picture }, body }) => {
      await clearMatches(db, actor, picture, body.reason)
      return done
    },
  })
  api.handle(pictureApi.blurPicture, {
    load: pick,
    allow: worksOnPicked,
    act: async ({ db, actor, loaded: { picture }, body }) => {
      await blurPicture(db, actor, picture, body.areas)
      return done
    },
  })
}

/** The office that checks is told which project a picture comes from, if that is one of its own sub-district. */
const findingsFor = (db: Db, actor: Actor, project: Project) =>
  pictureFindings(db, project, ({ unitPath }) => checksSignatures(actor, project) && reaches(actor, unitPath))

/** Pictures that are like another project's and that nobody has looked at. */
const likeElsewhere = async (db: Db, project: Project): Promise<Set<number>> => {
  const open = (await matchesOf(db, project.id)).filter(match => match.projectId !== project.id && !match.cleared)
  return new Set(open.map(({ pictureId }) => pictureId))
}

const presentPictures = async (db: Db, actor: Actor, project: Project): Promise<pictureApi.PictureList> => {
  const works = worksOn(actor, project)
  const open = works ? await openParts(db, project) : []
  const pictures = await picturesOf(db, project.id)
  const cleared = await clearedOf(db, project.id)
  const clearable = checksSignatures(actor, project) ? await likeElsewhere(db, project) : new Set()
  return {
    pictures: pictures.map(picture => ({
      ...picture,
      placed: picture.latitude !== null,
      cleared: cleared.get(picture.id) ?? null,
      clearable: clearable.has(picture.id),
    })),
    findings: await findingsFor(db, actor, project),
    permissions: { attach: open, answer: works },
  }
}
