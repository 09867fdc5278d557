import type { Api } from '#kernel/access/index.ts'
import { loadNomination } from '../load.ts'
import { canConfirmReason, canEditNomination, canRevealAnswer, canSeeNomination, speaksFor } from '../permissions.ts'
import { nominationsApi } from '../shared/index.ts'
import { changesSince } from '../submission/changes.ts'
import { confirmReason, removeNomination, saveNomination } from './nomination.ts'
import { revealAnswer } from './private.ts'
import { presentNomination } from './queries.ts'

const done = { ok: true as const }
const load = ({ db, params }: { db: Parameters<typeof loadNomination>[0]; params: { id: number } }) =>
  loadNomination(db, params.id)

export const nominationRoutes = (api: Api): void => {
  api.handle(nominationsApi.getNomination, {
    load,
    allow: canSeeNomination,
    act: ({ actor, db, loaded }) => presentNomination(db, actor, loaded),
  })
  api.handle(nominationsApi.saveNomination, {
    load,
    allow: canEditNomination,
    act: ({ actor, db, loaded, body }) => saveNomination(db, actor, loaded, body),
  })
  api.handle(nominationsApi.removeNomination, {
    load,
    allow: speaksFor,
    act: async ({ actor, db, loaded, body }) => {
      await removeNomination(db, actor, loaded, body.back)
      return done
    },
  })
  api.handle(nominationsApi.confirmReason, {
    load,
    allow: canConfirmReason,
    act: async ({ actor, db, loaded, body }) => {
      await confirmReason(db, actor, loaded, body.rule)
      return done
    },
  })
  api.handle(nominationsApi.revealAnswer, {
    load,
    allow: canRevealAnswer,
    act: async ({ actor, db, loaded, body }) => ({ value: await revealAnswer(db, actor, loaded, body.path) }),
  })
  api.handle(nominationsApi.getChanges, {
    load,
    allow: canSeeNomination,
    act: ({ actor, db, loaded }) => changesSince(db, actor, loaded),
  })
}
