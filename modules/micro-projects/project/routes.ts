import { type Actor, type Api, hasRole } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { excelResponse } from '#kernel/documents/index.ts'
import { childUnits, unitById } from '#kernel/units/index.ts'
import type { Db, Tx } from '#platform/db/index.ts'
import { submit, withdraw } from '../chain/apply.ts'
import { followsProject, usesMicro, worksOn } from '../permissions.ts'
import { type Member, memberById, memberOfAccount, membersOf } from '../programme/members.ts'
import { programmesFor } from '../programme/queries.ts'
import { shippedProgrammes } from '../programme/shipped.ts'
import { projectApi } from '../shared/index.ts'
import { projectBook } from './export.ts'
import { applicationFindings } from './findings.ts'
import { findProject, type Project } from './load.ts'
import { presentProject } from './present.ts'
import { listProjects } from './queries.ts'
import { createProject, saveProject } from './write.ts'

export const done = { ok: true as const }
type At = { db: Db; params: { id: number } }
export const load = ({ db, params }: At): Promise<Project | undefined> => findProject(db, params.id)
export const lock = ({ db, params }: At): Promise<Project | undefined> => findProject(db, params.id, true)

const proposes = (actor: Actor) => hasRole(actor, 'representative', 'village-staff')

/** A representative leads what he proposes; the staff propose for anyone of their village. */
const mayBeLed = (actor: Actor, lead: Member): boolean =>
  (hasRole(actor, 'village-staff') && lead.villageId === actor.unitId) ||
  (hasRole(actor, 'representative') && actor.accountId !== null && lead.accountId === actor.accountId)

/** Proposing a project, and reading one. */
export const projectRoutes = (api: Api): void => {
  api.handle(projectApi.listProjects, {
    allow: usesMicro,
    act: ({ db, actor, query }) => listProjects(db, actor, query),
  })
  api.handle(projectApi.exportProjects, {
    allow: usesMicro,
    act: async ({ db, actor, query }) => {
      const book = await projectBook(db, actor, query)
      await recordTaking(db, actor, {
        ...{ action: 'micro.project.export', subjectKind: 'unit', subjectId: actor.unitId ?? 0, detail: query },
      })
      return excelResponse(book, '微实事项目.xlsx')
    },
  })
  api.handle(projectApi.startingPoints, { allow: usesMicro, act: ({ db, actor }) => startingPoints(db, actor) })
  api.handle(projectApi.createProject, {
    load: async ({ db, body }) => memberById(db, body.leadId),
    allow: mayBeLed,
    act: async ({ db, actor, loaded: lead, body }) => ({ id: await createProject(db, actor, { ...body, lead }) }),
  })
  api.handle(projectApi.getProject, {
    load,
    allow: followsProject,
    act: ({ db, actor, loaded }) => presentProject(db, actor, loaded),
  })
  api.handle(projectApi.saveProject, {
    load: lock,
    allow: worksOn,
    act: async ({ db, actor, loaded, body }) => {
      const revision = await saveProject(db, actor, loaded, body)
      const findings = await applicationFindings(db, (await findProject(db, loaded.id))!)
      return { revision, findings: findings.filter(({ rule }) => rule !== 'R004-03') }
    },
  })
  api.handle(projectApi.submitProject, { load: lock, allow: worksOn, act: one(submit) })
  api.handle(projectApi.withdrawProject, { load: lock, allow: worksOn, act: one(withdraw) })
}

type Verb = (tx: Tx, actor: Actor, project: Project) => Promise<void>
/** An act without more to say than whose and on what. */
export const one =
  (verb: Verb) =>
  async ({ db, actor, loaded }: { db: Tx; actor: Actor; loaded: Project }) => {
    await verb(db, actor, loaded)
    return done
  }

const startingPoints = async (db: Db, actor: Actor) => {
  const manage = hasRole(actor, 'party-office')
  const programmes = await programmesFor(db, actor)
  const own = await memberOfAccount(db, actor.accountId)
  const village = actor.unitId === null ? undefined : await unitById(db, actor.unitId)
  const villages = village?.kind === 'village' ? [village] : await childUnits(db, actor.unitId!)
  const members = village?.kind === 'village' ? await membersOf(db, village.id) : []
  return {
    programmes,
    villages: villages.map(({ id, name }) => ({ id, name })),
    members: members.map(member => ({ ...member, mine: member.id === own?.id })),
    shipped: manage ? shippedProgrammes() : [],
    permissions: { propose: proposes(actor), manage },
  }
}
