import type { Actor, Api } from '#kernel/access/index.ts'
import { hasRole, slipLink } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { excelResponse } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import { loadStageRun, loadSubmission, type StageRun } from '../../load.ts'
import { canRunCampaign, leads, organises } from '../../permissions.ts'
import { giveBack } from '../../submission/submission.ts'
import { presentReview } from './board.ts'
import { answerChecklist, answerUnitChecklist } from './checklist.ts'
import { addExpert, issueExpertSlip, loadExpert, removeExpert, sitsHere } from './experts.ts'
import { declareConflict, saveMarks } from './marks.ts'
import { mySeats } from './my-seats.ts'
import { loadReviewed, presentReviewed, type Reviewed } from './reviewed.ts'
import { scoreBook } from './score-book.ts'
import { presentSeat, presentSeatNominee, seatNominee, seatNominees } from './seat.ts'
import * as reviewApi from './shared/api.ts'
import * as expertApi from './shared/expert-api.ts'

const done = { ok: true as const }

type At = { db: Db; params: { id: number; stage: string } }

const load = async ({ db, params }: At): Promise<StageRun | undefined> => {
  const run = await loadStageRun(db, params.id, params.stage)
  return run?.stage.kind === 'review' ? run : undefined
}
const loadOne = async ({ db, params }: At & { params: { nominationId: number } }) => {
  const run = await load({ db, params })
  return run && loadReviewed(db, run, params.nominationId)
}
const loadSeat = async ({ db, params }: { db: Db; params: { expertId: number } }) => loadExpert(db, params.expertId)

const sees = (actor: Actor, { campaign }: StageRun) => organises(actor, campaign) || leads(actor, campaign)
const runs = (actor: Actor, { campaign }: StageRun) => canRunCampaign(actor, campaign)
const seesNominee = (actor: Actor, { run }: Reviewed) => sees(actor, run)
const checksNominee = (actor: Actor, { run }: Reviewed) => runs(actor, run)
const isExpert = (actor: Actor) => hasRole(actor, 'expert')

export const reviewRoutes = (api: Api): void => {
  checkingRoutes(api)
  panelRoutes(api)
  seatRoutes(api)
}

const checkingRoutes = (api: Api) => {
  api.handle(reviewApi.getReview, { load, allow: sees, act: ({ db, loaded }) => presentReview(db, loaded) })
  api.handle(reviewApi.getReviewed, {
    load: loadOne,
    allow: seesNominee,
    act: ({ db, loaded }) => presentReviewed(db, loaded),
  })
  api.handle(reviewApi.answerChecklist, {
    load: loadOne,
    allow: checksNominee,
    act: async ({ actor, db, loaded, body }) => {
      await answerChecklist(db, actor, loaded.run, loaded, body.answers)
      return done
    },
  })
  api.handle(reviewApi.answerUnitChecklist, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, params, body }) => {
      await answerUnitChecklist(db, actor, loaded, params.submissionId, body.answers)
      return done
    },
  })
  api.handle(reviewApi.returnNominee, {
    load: loadOne,
    allow: checksNominee,
    act: async ({ actor, db, loaded, body }) => {
      requireOpenStage(loaded.run)
      const submission = (await loadSubmission(db, loaded.submissionId))!
      const items = body.items.map(item => ({ ...item, nominationId: loaded.nominationId }))
      await giveBack(db, actor, submission, { dueOn: body.dueOn, items })
      return done
    },
  })
}

const panelRoutes = (api: Api) => {
  api.handle(reviewApi.exportScores, {
    load,
    allow: sees,
    act: async ({ actor, db, loaded }) => {
      const file = await scoreBook(db, loaded)
      const about = { subjectKind: 'campaign', subjectId: loaded.campaign.id, detail: { stage: loaded.stage.key } }
      await recordTaking(db, actor, { action: 'selection.review.export', ...about })
      return excelResponse(file, `${loaded.campaign.shortTitle}评分汇总.xlsx`)
    },
  })
  api.handle(reviewApi.addExpert, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, body }) => ({ id: await addExpert(db, actor, loaded, body) }),
  })
  api.handle(reviewApi.removeExpert, {
    load,
    allow: runs,
    act: async ({ actor, db, loaded, params }) => {
      await removeExpert(db, actor, loaded, params.expertId)
      return done
    },
  })
  api.handle(reviewApi.issueExpertSlip, {
    load: loadSeat,
    allow: (actor, { run }) => runs(actor, run),
    act: async ({ actor, db, c, loaded, body }) => ({
      link: slipLink(await issueExpertSlip(db, actor, loaded, body.expiresAt), c.req.url),
    }),
  })
}

const seatRoutes = (api: Api) => {
  api.handle(expertApi.mySeats, {
    allow: isExpert,
    act: async ({ actor, db }) => ({ seats: await mySeats(db, actor) }),
  })
  api.handle(expertApi.getSeat, {
    load: loadSeat,
    allow: sitsHere,
    act: async ({ db, loaded }) => presentSeat(loaded, await seatNominees(db, loaded)),
  })
  api.handle(expertApi.getSeatNominee, {
    load: async ({ db, params }) => {
      const expert = await loadSeat({ db, params })
      const nominee = expert && (await seatNominee(db, expert, params.nominationId))
      return nominee && { expert, nominee }
    },
    allow: (actor, { expert }) => sitsHere(actor, expert),
    act: async ({ loaded }) => presentSeatNominee(loaded.expert, loaded.nominee),
  })
  api.handle(expertApi.saveMarks, {
    load: loadSeat,
    allow: sitsHere,
    act: ({ actor, db, loaded, params, body }) => saveMarks(db, actor, loaded, params.nominationId, body),
  })
  api.handle(expertApi.declareConflict, {
    load: loadSeat,
    allow: sitsHere,
    act: async ({ actor, db, loaded, params, body }) => {
      await declareConflict(db, actor, loaded, params.nominationId, body.reason)
      return done
    },
  })
}
