import type { Actor, Api } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { excelResponse } from '#kernel/documents/index.ts'
import { businessToday } from '#platform/db/index.ts'
import { attachment } from '#platform/http/index.ts'
import { loadCampaign, loadNomination, loadSubmission } from '../load.ts'
import { canFillSubmission, seesCampaign, speaksFor } from '../permissions.ts'
import { type Brought, bringForms, broughtForms, loadBrought, presentBrought, settleForm } from './brought.ts'
import { dropForm } from './drop-form.ts'
import { correctedFile } from './form.ts'
import { owedSheets, owedWorkbook } from './owed-seals.ts'
import { presentScan } from './scan.ts'
import { attachScan, sealsOfList } from './seals.ts'
import * as api from './shared/api.ts'
import { canAttach, canTakeIn, loadUploaded } from './uploaded.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const intakeRoutes = (app: Api): void => {
  app.handle(api.downloadCorrectedForm, {
    load: ({ db, params }) => loadUploaded(db, params),
    allow: canTakeIn,
    act: async ({ db, loaded }) => {
      const name = `${loaded.file.name.replace(/\.[^.]*$/, '')}（已调整版式）.docx`
      return attachment({ bytes: await correctedFile(db, loaded), name, mime: DOCX })
    },
  })
  formRoutes(app)
  scanRoutes(app)
  owedRoutes(app)
}

const done = { ok: true } as const

/** The page is the list's: whoever fills it in goes on where a colleague stopped. */
const fillsIn = (actor: Actor, { submission }: Brought) => canFillSubmission(actor, submission)

const formRoutes = (app: Api) => {
  app.handle(api.bringForms, {
    load: ({ db, params }) => loadSubmission(db, params.id),
    allow: canFillSubmission,
    act: async ({ actor, db, loaded, body }) => {
      await bringForms(db, actor, loaded.id, body.fileKeys)
      return done
    },
  })
  app.handle(api.listForms, {
    load: ({ db, params }) => loadSubmission(db, params.id),
    allow: canFillSubmission,
    act: async ({ db, loaded }) => ({ forms: await broughtForms(db, loaded.id) }),
  })
  app.handle(api.getForm, {
    load: ({ db, params }) => loadBrought(db, params),
    allow: fillsIn,
    act: async ({ loaded }) => presentBrought(loaded),
  })
  app.handle(api.settleForm, {
    load: ({ db, params }) => loadBrought(db, params),
    allow: fillsIn,
    act: async ({ db, loaded, body }) => {
      await settleForm(db, loaded, body.nominationId)
      return done
    },
  })
  app.handle(api.dropForm, {
    load: ({ db, params }) => loadBrought(db, params),
    allow: fillsIn,
    act: async ({ db, loaded }) => {
      await dropForm(db, loaded)
      return done
    },
  })
}

const scanRoutes = (app: Api) => {
  app.handle(api.readUploadedScan, {
    load: ({ db, params }) => loadUploaded(db, params),
    allow: canTakeIn,
    act: ({ db, loaded }) => presentScan(db, loaded),
  })
  app.handle(api.listSeals, {
    load: ({ db, params }) => loadSubmission(db, params.id),
    allow: speaksFor,
    act: async ({ actor, db, loaded }) => ({
      nominees: await sealsOfList(db, loaded),
      today: await businessToday(db),
      permissions: { attach: canFillSubmission(actor, loaded) },
    }),
  })
  app.handle(api.attachScan, {
    load: ({ db, params }) => loadNomination(db, params.id),
    allow: canAttach,
    act: async ({ actor, db, loaded, body }) => ({ left: await attachScan(db, actor, loaded, body) }),
  })
}

const owedRoutes = (app: Api) => {
  app.handle(api.listOwedSeals, {
    load: ({ db, params }) => loadCampaign(db, params.id),
    allow: seesCampaign,
    act: async ({ db, loaded }) => ({ sheets: await owedSheets(db, loaded), today: await businessToday(db) }),
  })
  app.handle(api.exportOwedSeals, {
    load: ({ db, params }) => loadCampaign(db, params.id),
    allow: seesCampaign,
    act: async ({ actor, db, loaded }) => {
      const file = await owedWorkbook(await owedSheets(db, loaded))
      const list = { subjectKind: 'campaign', subjectId: loaded.id, detail: { list: 'owed-seals' } }
      await recordTaking(db, actor, { action: 'selection.campaign.export', ...list })
      return excelResponse(file, `${loaded.shortTitle}盖章情况.xlsx`)
    },
  })
}
