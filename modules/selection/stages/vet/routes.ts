import type { Api } from '#kernel/access/index.ts'
import { revokeSlips } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { excelResponse } from '#kernel/documents/index.ts'
import { vetApi } from '../../shared/index.ts'
import { answerRequest, enterPaper, saveOpinions } from './answer.ts'
import { askDepartments } from './ask.ts'
import { concludeOpinion } from './conclude.ts'
import { loadRequest, loadVetting } from './load.ts'
import { matrixSheet } from './matrix.ts'
import { answers, asks, asksThis, concludesThis, seesVetting } from './permissions.ts'
import { presentRequest, presentVetting } from './present.ts'
import { remind, sendSlip, setRecipient } from './recipient.ts'
import { renderSheet } from './sheet.ts'

type Db = Parameters<typeof loadVetting>[0]
type At = { db: Db; params: { id: number; stage: string }; query: { submissionId?: number | undefined } }
const load = ({ db, params, query }: At) => loadVetting(db, { ...params, ...query })
const loadOne = ({ db, params }: { db: Db; params: { id: number } }) => loadRequest(db, params.id)
const done = { ok: true as const }

export const routes = (api: Api): void => {
  askingRoutes(api)
  recipientRoutes(api)
  departmentRoutes(api)
}

const askingRoutes = (api: Api) => {
  api.handle(vetApi.getVetting, {
    load,
    allow: seesVetting,
    act: ({ actor, db, loaded }) => presentVetting(db, actor, loaded),
  })
  api.handle(vetApi.askDepartments, {
    load,
    allow: asks,
    act: ({ actor, db, loaded, body }) => askDepartments(db, actor, loaded, body),
  })
  api.handle(vetApi.remindDepartments, {
    load,
    allow: asks,
    act: ({ actor, db, loaded }) => remind(db, actor, loaded),
  })
  api.handle(vetApi.enterPaper, {
    load,
    allow: asks,
    act: async ({ actor, db, loaded, body }) => {
      await enterPaper(db, actor, loaded, body)
      return done
    },
  })
  api.handle(vetApi.downloadSheet, {
    load,
    allow: seesVetting,
    act: async ({ actor, db, loaded, params: { id, stage, sheet }, query: { format } }) => {
      const answer = await renderSheet(db, loaded, sheet, format)
      const about = { subjectKind: 'campaign', subjectId: id, detail: { stage, sheet, format } }
      await recordTaking(db, actor, { action: 'selection.vet.sheet', ...about })
      return answer
    },
  })
  api.handle(vetApi.exportMatrix, {
    load,
    allow: seesVetting,
    act: async ({ actor, db, loaded, params: { id, stage } }) => {
      const file = await matrixSheet(db, actor, loaded)
      const about = { subjectKind: 'campaign', subjectId: id, detail: { stage, list: 'matrix' } }
      await recordTaking(db, actor, { action: 'selection.vet.export', ...about })
      return excelResponse(file, `${loaded.run.campaign.shortTitle}征求意见情况（${loaded.askerName}）.xlsx`)
    },
  })
}

const recipientRoutes = (api: Api) => {
  api.handle(vetApi.setRecipient, {
    load: loadOne,
    allow: asksThis,
    act: async ({ actor, db, loaded, body }) => {
      await setRecipient(db, actor, loaded, body.unitId)
      return done
    },
  })
  api.handle(vetApi.sendSlip, {
    load: loadOne,
    allow: asksThis,
    act: ({ actor, db, c, loaded, body }) => sendSlip(db, actor, loaded, body, c.req.url),
  })
  api.handle(vetApi.revokeSlip, {
    load: loadOne,
    allow: asksThis,
    act: async ({ actor, db, loaded }) => {
      await revokeSlips(db, actor, 'vet', loaded.id)
      return done
    },
  })
  api.handle(vetApi.concludeOpinion, {
    load: loadOne,
    allow: concludesThis,
    act: async ({ actor, db, loaded, body }) => {
      await concludeOpinion(db, actor, loaded, body)
      return done
    },
  })
}

const departmentRoutes = (api: Api) => {
  api.handle(vetApi.getRequest, { load: loadOne, allow: answers, act: ({ db, loaded }) => presentRequest(db, loaded) })
  api.handle(vetApi.saveOpinions, {
    load: loadOne,
    allow: answers,
    act: async ({ db, loaded, body }) => {
      await saveOpinions(db, loaded, body.opinions)
      return done
    },
  })
  api.handle(vetApi.answerRequest, {
    load: loadOne,
    allow: answers,
    act: async ({ actor, db, loaded }) => {
      await answerRequest(db, actor, loaded)
      return done
    },
  })
}
