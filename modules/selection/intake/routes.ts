import type { Api } from '#kernel/access/index.ts'
import { disposition } from '#kernel/files/index.ts'
import { businessToday } from '#platform/db/index.ts'
import { loadNomination, loadSubmission } from '../load.ts'
import { canFillSubmission, speaksFor } from '../permissions.ts'
import { correctedFile, presentReading } from './form.ts'
import { presentScan } from './scan.ts'
import { attachScan, sealsOfList } from './seals.ts'
import * as api from './shared/api.ts'
import { canAttach, canTakeIn, loadUploaded } from './uploaded.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const intakeRoutes = (app: Api): void => {
  app.handle(api.readUploadedForm, {
    load: ({ db, params }) => loadUploaded(db, params),
    allow: canTakeIn,
    act: ({ db, loaded }) => presentReading(db, loaded),
  })
  app.handle(api.downloadCorrectedForm, {
    load: ({ db, params }) => loadUploaded(db, params),
    allow: canTakeIn,
    act: async ({ db, loaded }) => {
      const name = `${loaded.file.name.replace(/\.[^.]*$/, '')}（已调整版式）.docx`
      return new Response(new Uint8Array(await correctedFile(db, loaded)), {
        headers: {
          'content-type': DOCX,
          'content-disposition': disposition('attachment', name),
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    },
  })
  scanRoutes(app)
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
