import { type Actor, type Api, hasRole } from '#kernel/access/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import type { Db, Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { followsProgramme, isAtDistrict, isStaffOf, runsProgramme, signsForVillage, worksOn } from '../permissions.ts'
import { findProgramme, type RunningProgramme } from '../programme/queries.ts'
import { findProject, type Project, requireSeen, touch } from '../project/load.ts'
import { meetingsOf, waitingForMeeting } from '../project/queries.ts'
import { done, lock, one } from '../project/routes.ts'
import { projectApi, type Step } from '../shared/index.ts'
import { addMeeting, decideApplication, resolve } from './apply.ts'
import { endProject } from './end.ts'
import { accept, complete, fillAcceptance, hangPlaque, orderPlaque, post } from './finish.ts'
import { approvePublicity, draftPublicity, issuePublicity, returnPublicity } from './publicity.ts'
import { mayTake, requireNotLead, requireState } from './steps.ts'

const takesStep = (actor: Actor, { project, step }: { project: Project; step: Step }) => mayTake(actor, project, step)

/** The chain: who says yes, the meeting, publicity, acceptance and the plaque. */
export const chainRoutes = (api: Api): void => {
  api.handle(projectApi.takeStep, {
    load: async at => {
      const project = await lock(at)
      return project && { project, step: at.body.step }
    },
    allow: takesStep,
    act: async ({ db, actor, loaded: { project, step }, body }) => {
      requireSeen(project, body.revision)
      if (step === 'committee') await accept(db, actor, project, body)
      else await decideApplication(db, actor, project, step, body)
      return done
    },
  })
  api.handle(projectApi.completeProject, {
    load: lock,
    allow: worksOn,
    act: async ({ db, actor, loaded, body }) => {
      await complete(db, actor, loaded, body)
      return done
    },
  })
  api.handle(projectApi.fillAcceptance, {
    load: lock,
    allow: signsForVillage,
    act: async ({ db, actor, loaded, body }) => {
      await fillAcceptance(db, actor, loaded, body.text)
      return done
    },
  })
  api.handle(projectApi.endProject, {
    load: lock,
    allow: runsProgramme,
    act: async ({ db, actor, loaded, body }) => {
      await endProject(db, actor, loaded, body.reason)
      return done
    },
  })
  publicityActs(api)
  plaqueActs(api)
  meetings(api)
}

const publicityActs = (api: Api): void => {
  api.handle(projectApi.publishProject, {
    load: lock,
    allow: isStaffOf,
    act: one(async (tx, actor, project) => {
      await draftPublicity(tx, actor, project)
      await touch(tx, project.id)
    }),
  })
  api.handle(projectApi.approveNotice, {
    load: lock,
    allow: signsForVillage,
    act: async ({ db, actor, loaded, body }) => {
      requireState(loaded, 'completed')
      requireSeen(loaded, body.revision)
      await requireNotLead(db, actor, loaded)
      await approvePublicity(db, actor, loaded)
      return done
    },
  })
  api.handle(projectApi.issueNotice, {
    load: lock,
    allow: runsProgramme,
    act: one(async (tx, actor, project) => {
      requireState(project, 'completed')
      await issuePublicity(tx, actor, project)
    }),
  })
  api.handle(projectApi.returnNotice, {
    load: lock,
    allow: (actor, project) => signsForVillage(actor, project) || runsProgramme(actor, project),
    act: async ({ db, actor, loaded, body }) => {
      await returnPublicity(db, actor, loaded, body.comment)
      return done
    },
  })
  api.handle(projectApi.postNotice, {
    load: lock,
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => {
      await post(db, actor, loaded, body.postedOn)
      return done
    },
  })
}

const plaqueActs = (api: Api): void => {
  api.handle(projectApi.orderPlaque, {
    load: lock,
    allow: runsProgramme,
    act: async ({ db, actor, loaded, body }) => {
      await orderPlaque(db, actor, loaded, body.textKey)
      return done
    },
  })
  api.handle(projectApi.hangPlaque, {
    load: lock,
    allow: isStaffOf,
    act: async ({ db, actor, loaded, body }) => {
      await hangPlaque(db, actor, loaded, body.hungOn)
      return done
    },
  })
}

const holdsMeetings = (actor: Actor, running: RunningProgramme) =>
  hasRole(actor, running.programme.chain.meeting) && isAtDistrict(actor, running)

const meetings = (api: Api): void => {
  api.handle(projectApi.listMeetings, {
    load: ({ db, params }) => findProgramme(db, params.id),
    allow: followsProgramme,
    act: async ({ db, loaded }) => ({
      meetings: await meetingsOf(db, loaded.id),
      waiting: (await waitingForMeeting(db, loaded.id)).map(row => ({ ...row, mine: false })),
    }),
  })
  api.handle(projectApi.recordMeeting, {
    load: ({ db, params }) => findProgramme(db, params.id),
    allow: holdsMeetings,
    act: async ({ db, actor, loaded, body: { decisions, fileKey, ...said } }) => {
      const [file] = await keepFiles(db, actor, fileKey ? [fileKey] : [], 'micro.meeting')
      const id = await addMeeting(db, actor, { programmeId: loaded.id, ...said, fileId: file?.id ?? null })
      for (const { projectId, revision, ...decision } of decisions.toSorted((a, b) => a.projectId - b.projectId)) {
        const project = await projectFor(db, loaded.id, projectId)
        requireSeen(project, revision)
        await resolve(db, actor, project, { meetingId: id, heldOn: said.heldOn, ...decision })
      }
      return { id }
    },
  })
}

const projectFor = async (tx: Tx | Db, programmeId: number, id: number): Promise<Project> => {
  const project = await findProject(tx, id, true)
  if (project?.programmeId !== programmeId) throw unknownProject()
  return project
}

const unknownProject = () => refuse('not.found', '名单中有一个项目不属于这项活动，请刷新后再试。', { status: 404 })
