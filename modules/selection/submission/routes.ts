import type { Api } from '#kernel/access/index.ts'
import { inviteUnit } from '../campaign/invite.ts'
import { checkSubmission } from '../check.ts'
import { loadSubmission } from '../load.ts'
import { addNomination } from '../nomination/nomination.ts'
import { canFillSubmission, canReceiveSubmission, canRunCampaign, canSeeSubmission } from '../permissions.ts'
import { blocking, nominationsApi, submissionsApi } from '../shared/index.ts'
import { addLocalNotice, removeLocalNotice } from './local-notice.ts'
import { presentSubmission } from './queries.ts'
import { rankNominations } from './ranking.ts'
import { saveReport } from './report.ts'
import { accept, giveBack, submit, unlockLate, withdraw } from './submission.ts'

const done = { ok: true as const }
const load = ({ db, params }: { db: Parameters<typeof loadSubmission>[0]; params: { id: number } }) =>
  loadSubmission(db, params.id)

export const submissionRoutes = (api: Api): void => {
  fillingRoutes(api)
  movingRoutes(api)
}

const fillingRoutes = (api: Api) => {
  api.handle(submissionsApi.getSubmission, {
    load,
    allow: canSeeSubmission,
    act: ({ actor, db, loaded }) => presentSubmission(db, actor, loaded),
  })
  api.handle(submissionsApi.checkSubmission, {
    load,
    allow: canSeeSubmission,
    act: async ({ db, loaded }) => {
      const findings = await checkSubmission(db, loaded, 'submit')
      return { findings, blocking: blocking(findings).length }
    },
  })
  api.handle(nominationsApi.addNomination, {
    load,
    allow: canFillSubmission,
    act: async ({ actor, db, loaded, body }) => ({ id: await addNomination(db, actor, loaded, body.category) }),
  })
  api.handle(submissionsApi.rankNominations, {
    load,
    allow: canFillSubmission,
    act: async ({ actor, db, loaded, body }) => {
      await rankNominations(db, actor, loaded, body.category, body.ids)
      return done
    },
  })
  api.handle(submissionsApi.saveReport, {
    load,
    allow: canFillSubmission,
    act: async ({ actor, db, loaded, body }) => ({
      ...done,
      revision: await saveReport(db, actor, loaded, body),
    }),
  })
  api.handle(submissionsApi.addLocalNotice, {
    load,
    allow: canFillSubmission,
    act: ({ actor, db, loaded, body }) => addLocalNotice(db, actor, loaded, body),
  })
  api.handle(submissionsApi.removeLocalNotice, {
    load,
    allow: canFillSubmission,
    act: async ({ actor, db, loaded, params }) => {
      await removeLocalNotice(db, actor, loaded, params.noticeId)
      return done
    },
  })
  api.handle(submissionsApi.inviteUnit, {
    load,
    allow: canFillSubmission,
    act: async ({ actor, db, loaded, body }) => ({ id: await inviteUnit(db, actor, loaded, body) }),
  })
}

const movingRoutes = (api: Api) => {
  api.handle(submissionsApi.submit, {
    load,
    allow: canFillSubmission,
    act: async ({ actor, db, loaded }) => ({ findings: await submit(db, actor, loaded) }),
  })
  api.handle(submissionsApi.withdraw, {
    load,
    allow: canFillSubmission,
    act: async ({ actor, db, loaded }) => {
      await withdraw(db, actor, loaded)
      return done
    },
  })
  api.handle(submissionsApi.accept, {
    load,
    allow: canReceiveSubmission,
    act: async ({ actor, db, loaded }) => {
      await accept(db, actor, loaded)
      return done
    },
  })
  api.handle(submissionsApi.giveBack, {
    load,
    allow: canReceiveSubmission,
    act: async ({ actor, db, loaded, body }) => {
      await giveBack(db, actor, loaded, body)
      return done
    },
  })
  api.handle(submissionsApi.unlockLate, {
    load,
    allow: canRunCampaign,
    act: async ({ actor, db, loaded, body }) => {
      await unlockLate(db, actor, loaded, body.until)
      return done
    },
  })
}
