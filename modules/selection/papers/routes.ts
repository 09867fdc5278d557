import { type Actor, type Api, hasRole, publicLink, reaches } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { loadCalendar } from '#kernel/calendar/index.ts'
import { type Document, formatsHere } from '#kernel/documents/index.ts'
import type { PaperFormat } from '#kernel/documents/shared/index.ts'
import { businessToday, type Db, inTransaction } from '#platform/db/index.ts'
import { everyone, refuse, signedIn } from '#platform/http/index.ts'
import { loadCampaign, loadNomination, loadStageRun, loadSubmission } from '../load.ts'
import { canSeeNomination, canSeeSubmission, seesCampaign } from '../permissions.ts'
import { loadPlan, type PlanDraft } from '../plan/plan.ts'
import { readPlan } from '../shared/index.ts'
import { papersOf } from '../stages/decide/papers.ts'
import type { DecideRun } from '../stages/decide/scores.ts'
import { bannerOf } from './banner.ts'
import { blankForm, blankForms } from './blank/blank.ts'
import { certificateRoutes } from './certificate/routes.ts'
import { nomineePaper } from './form/file.ts'
import { letterRoutes } from './letter/routes.ts'
import { meetingDocument } from './meeting/document.ts'
import { minutesOf } from './meeting/minutes.ts'
import { packageRoutes } from './package/routes.ts'
import { paperResponse } from './render.ts'
import * as api from './shared/index.ts'
import { unitPaper, unitPapers } from './unit/paper.ts'

type ById = { db: Db; params: { id: number } }
const byNomination = ({ db, params }: ById) => loadNomination(db, params.id)
const bySubmission = ({ db, params }: ById) => loadSubmission(db, params.id)
const byCampaign = ({ db, params }: ById) => loadCampaign(db, params.id)

const answer = ({ document, name }: { document: Document; name: string }, format: PaperFormat) =>
  paperResponse(document, format, name)

export const paperRoutes = (app: Api): void => {
  app.handle(api.getPaperFormats, { allow: signedIn, act: () => formatsHere() })
  nomineeRoutes(app)
  unitRoutes(app)
  blankRoutes(app)
  packageRoutes(app)
  certificateRoutes(app)
  meetingRoutes(app)
  letterRoutes(app)
}

const nomineeRoutes = (app: Api) =>
  app.handle(api.downloadNomineePaper, {
    load: byNomination,
    allow: canSeeNomination,
    act: async ({ actor, loaded, params, c }) => {
      const link = (path: string) => publicLink(path, c.req.url)
      const made = await inTransaction(app.db, tx => nomineePaper(tx, actor, loaded, { ...params, link }))
      return answer(made, params.format)
    },
  })

const unitRoutes = (app: Api) => {
  app.handle(api.listUnitPapers, {
    load: bySubmission,
    allow: canSeeSubmission,
    act: async ({ loaded }) => ({ papers: unitPapers(loaded.plan) }),
  })
  app.handle(api.downloadUnitPaper, {
    load: bySubmission,
    allow: canSeeSubmission,
    act: async ({ actor, loaded, params }) =>
      answer(await inTransaction(app.db, tx => unitPaper(tx, actor, loaded, params)), params.format),
  })
}

/** The same forms stand on the public page of a campaign once it has begun. */
const begun = async (request: ById) => {
  const campaign = await byCampaign(request)
  return campaign?.campaignState === 'preparing' ? undefined : campaign
}
const anybody = everyone('empty forms of a campaign that has begun')

const blankRoutes = (app: Api) => {
  app.handle(api.listBlankForms, {
    load: begun,
    allow: anybody,
    act: async ({ loaded }) => ({ forms: blankForms(loaded.plan) }),
  })
  app.handle(api.downloadBlankForm, {
    load: begun,
    allow: anybody,
    act: async ({ db, loaded, params }) =>
      answer(blankForm(loaded.plan, params.form, await bannerOf(db)), params.format),
  })
  app.handle(api.downloadPlanForm, {
    load: ({ db, params }) => loadPlan(db, params.id),
    allow: (actor: Actor, plan: PlanDraft) => hasRole(actor, 'organiser') && reaches(actor, plan.unitPath),
    act: async ({ db, loaded, params }) => {
      const { plan } = readPlan(loaded.sources, await loadCalendar(db))
      if (!plan) throw refuse('plan.faulty', '方案还有错误，改正后再下载表格。')
      return answer(blankForm(plan, params.form, await bannerOf(db)), params.format)
    },
  })
}

const decideRun = async ({ db, params }: ById & { params: { stage: string } }): Promise<DecideRun | undefined> => {
  const run = await loadStageRun(db, params.id, params.stage)
  return run?.stage.kind === 'decide' && !run.stage.within ? (run as DecideRun) : undefined
}

const meetingRoutes = (app: Api) =>
  app.handle(api.downloadMeetingPaper, {
    load: decideRun,
    allow: (actor: Actor, { campaign }: DecideRun) => seesCampaign(actor, campaign),
    act: async ({ actor, db, loaded, params: { id, stage, part, format } }) => {
      const printing = { today: await businessToday(db), banner: await bannerOf(db) }
      const papers = await papersOf(db, loaded)
      const document =
        part === 'minutes' ? await minutesOf(db, loaded, papers, printing) : meetingDocument(papers, part, printing)
      const given = await answer({ document, name: document.title }, format)
      const about = { subjectKind: 'campaign', subjectId: id, detail: { stage, part, format } }
      await recordTaking(db, actor, { action: 'selection.decision.paper', ...about })
      return given
    },
  })
