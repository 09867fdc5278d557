import type { Actor, Api } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { excelResponse } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { findProgramme, type RunningProgramme } from '../programme/queries.ts'
import { findProject } from '../project/load.ts'
import { moneyApi } from '../shared/index.ts'
import { allowancesOf } from './allowances.ts'
import { addExpense, removeExpense } from './expense.ts'
import { moneyBook } from './export.ts'
import { ledgerOf } from './ledger.ts'
import { pay } from './pay.ts'
import { followsProject, holdsPurse, scopeOf, seesMoney, takesMoneyOut, worksOn } from './permissions.ts'
import { projectMoney } from './project-money.ts'
import { yearlyReport } from './report.ts'

type At = { db: Db; params: { id: number } }
const lock = ({ db, params }: At) => findProject(db, params.id, true)
const byProgramme = ({ db, params }: At) => findProgramme(db, params.id)

/** Expenses, payments, the ledger and what is made of it. */
export const moneyRoutes = (api: Api): void => {
  projectRoutes(api)
  programmeRoutes(api)
}

const projectRoutes = (api: Api) => {
  api.handle(moneyApi.getProjectMoney, {
    load: ({ db, params }) => findProject(db, params.id),
    allow: followsProject,
    act: ({ db, actor, loaded }) => projectMoney(db, actor, loaded),
  })
  api.handle(moneyApi.addExpense, {
    load: lock,
    allow: worksOn,
    act: ({ db, actor, loaded, body }) => addExpense(db, actor, loaded, body),
  })
  api.handle(moneyApi.removeExpense, {
    load: lock,
    allow: worksOn,
    act: ({ db, actor, loaded, params }) => removeExpense(db, actor, loaded, params.expense),
  })
  api.handle(moneyApi.payProject, {
    load: lock,
    allow: holdsPurse,
    act: async ({ db, actor, loaded, body }) => {
      await pay(db, actor, loaded, body)
      return { ok: true as const }
    },
  })
}

const programmeRoutes = (api: Api) => {
  api.handle(moneyApi.listLedger, {
    load: byProgramme,
    allow: seesMoney,
    act: ({ db, actor, loaded, query }) => ledgerOf(db, loaded.id, scope(actor, loaded), query),
  })
  api.handle(moneyApi.listAllowances, {
    load: byProgramme,
    allow: seesMoney,
    act: async ({ db, actor, loaded, query }) => {
      const rows = await allowancesOf(db, loaded.id, scope(actor, loaded), query.villageId)
      return { rows, perPersonFen: loaded.programme.perPersonFen }
    },
  })
  api.handle(moneyApi.getYearlyReport, {
    load: byProgramme,
    allow: seesMoney,
    act: ({ db, actor, loaded }) => yearlyReport(db, loaded, scope(actor, loaded)),
  })
  api.handle(moneyApi.exportMoney, {
    load: byProgramme,
    allow: takesMoneyOut,
    act: async ({ db, actor, loaded }) => {
      const book = await moneyBook(db, loaded, scope(actor, loaded))
      const detail = { year: loaded.programme.year }
      await recordTaking(db, actor, {
        action: 'micro.money.export',
        subjectKind: 'micro.programme',
        subjectId: loaded.id,
        detail,
      })
      return excelResponse(book, `${loaded.unitName}${loaded.programme.year}年微实事经费.xlsx`)
    },
  })
}

const scope = (actor: Actor, programme: RunningProgramme) => {
  const found = scopeOf(actor, programme)
  if (!found) throw refuse('not.allowed', '您的岗位没有这项操作的权限。', { status: 403 })
  return found
}
