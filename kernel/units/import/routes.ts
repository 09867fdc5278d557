import type { Context } from 'hono'
import { record, recordTaking } from '#kernel/audit/index.ts'
import { cellCode, excelResponse } from '#kernel/documents/excel/index.ts'
import { type Db, inTransaction, type Tx } from '#platform/db/index.ts'
import { type HttpApi, refuse } from '#platform/http/index.ts'
import { isAdministrator, type UnitActor } from '../permissions.ts'
import { applyImport, checkImport, exportUnits, importTemplate, listImportFaults } from '../shared/import-api.ts'
import { holdTree } from '../tree-lock.ts'
import { applyPlan } from './apply.ts'
import { faultBook, templateBook, treeBook } from './book.ts'
import type { SheetRow } from './columns.ts'
import { readHeld } from './held.ts'
import { digestOf, planImport, reportOf } from './plan.ts'
import { readRows } from './read-rows.ts'
import { receiveWorkbook } from './receive.ts'

/** What importing asks of the room of accounts, given when the routes are bound. */
export type ContactAccounts = {
  /** Roles of a post made for a contact. */
  roles: readonly string[]
  /** Who holds these logins (in lower case), anywhere: login → person. */
  owners: (db: Db, logins: readonly string[]) => Promise<Map<string, number>>
  /** Logins of the people of a subtree: person → login. */
  loginsBelow: (db: Db, unitPath: string) => Promise<Map<number, string>>
  /** Opens accounts without a password, which an administrator gives out one by one. */
  open: (tx: Tx, accounts: readonly { personId: number; login: string }[]) => Promise<void>
}

type Api = HttpApi<UnitActor>
const onlyAdministrator = (actor: UnitActor) => isAdministrator(actor) && actor.unitPath !== ''

export const importRoutes = (api: Api, accounts: ContactAccounts): void => {
  api.handle(importTemplate, {
    allow: onlyAdministrator,
    act: async ({ db, actor }) =>
      excelResponse(await templateBook((await readHeld(db, actor)).own.name), '单位导入模板.xlsx'),
  })
  api.handle(exportUnits, {
    allow: onlyAdministrator,
    act: async ({ db, actor }) => {
      const file = await treeBook(await readHeld(db, actor), await accounts.loginsBelow(db, actor.unitPath))
      await recordTaking(db, actor, { action: 'units.export', subjectKind: 'unit', subjectId: actor.unitId ?? 0 })
      return excelResponse(file, '单位.xlsx')
    },
  })
  dryRunRoutes(api, accounts)
  applyRoute(api, accounts)
}

const dryRunRoutes = (api: Api, accounts: ContactAccounts) => {
  const dryRun = async (c: Context, actor: UnitActor) => {
    const rows = await readRows(await receiveWorkbook(c))
    return (await plan(api.db, actor, rows, accounts)).plan
  }
  api.handle(checkImport, {
    streams: true,
    allow: onlyAdministrator,
    act: async ({ c, actor }) => reportOf(await dryRun(c, actor)),
  })
  api.handle(listImportFaults, {
    streams: true,
    allow: onlyAdministrator,
    act: async ({ c, actor }) =>
      excelResponse(await faultBook((await dryRun(c, actor)).faults), '单位导入错误清单.xlsx'),
  })
}

const applyRoute = (api: Api, accounts: ContactAccounts) => {
  api.handle(applyImport, {
    streams: true,
    allow: onlyAdministrator,
    act: async ({ c, actor, query }) => {
      const rows = await readRows(await receiveWorkbook(c))
      return inTransaction(api.db, async tx => {
        await holdTree(tx)
        const { plan: now, held } = await plan(tx, actor, rows, accounts)
        if (nothingToDo(now, query.rows)) return { counts: now.counts }
        requireAsShown(now, query)
        await applyPlan(tx, now, held, accounts)
        const detail = { ...now.counts, mode: query.rows }
        await record(tx, actor, { action: 'units.import', subjectKind: 'unit', subjectId: actor.unitId ?? 0, detail })
        return { counts: now.counts }
      })
    },
  })
}

type Plan = ReturnType<typeof planImport>

const plan = async (db: Db, actor: UnitActor, rows: SheetRow[], accounts: ContactAccounts) => {
  const held = await readHeld(db, actor)
  const logins = rows.map(({ cells }) => cellCode(cells.login).toLowerCase()).filter(login => login !== '')
  return { plan: planImport(rows, held, await accounts.owners(db, logins)), held }
}

/** The same file once more, after a lost reply or a second click, is answered and changes nothing. */
const nothingToDo = ({ adds, updates, contacts, faults }: Plan, rows: 'all' | 'good') =>
  adds.length + updates.length + contacts.length === 0 && (rows === 'good' || faults.length === 0)

const requireAsShown = (now: Plan, query: { digest: string; rows: 'all' | 'good' }) => {
  if (digestOf(now) !== query.digest)
    throw refuse('import.changed', '文件或单位与试导入时不同了，没有写入。请重新试导入，核对后再确认。')
  if (query.rows === 'all' && now.faults.length > 0)
    throw refuse(
      'import.faults',
      `有${now.counts.wrong}行有误，没有写入。请改正后再导入，或者选择只导入没有错误的行。`,
      {
        status: 422,
      },
    )
}
