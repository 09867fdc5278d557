import { type Actor, type Api, hasRole } from '#kernel/access/index.ts'
import { excelResponse, writeSheet } from '#kernel/documents/excel/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { applyImport, planImport, registersOf } from '../../honours/import/apply.ts'
import { templateColumns, templateExample } from '../../honours/import/rows.ts'
import { findEarlierHonours, loadEarlierHonour, type Standing, setHonourState } from '../../honours/state.ts'
import { type Campaign, loadCampaign } from '../../load.ts'
import { canRunCampaign, organises, seesCampaign } from '../../permissions.ts'
import * as api from './shared/api.ts'

const load = ({ db, params }: { db: Db; params: { id: number } }) => loadCampaign(db, params.id)
const runs = (actor: Actor, campaign: Campaign) => canRunCampaign(actor, campaign)
const sees = (actor: Actor, campaign: Campaign) => seesCampaign(actor, campaign)

/** As with the campaign's own: an honour is taken away by whoever signs, never by a clerk alone. */
const revokes = (actor: Actor, campaign: Campaign) => hasRole(actor, 'issuer') && organises(actor, campaign)

const bytes = async (request: Request): Promise<Buffer> => Buffer.from(await request.arrayBuffer())

/** Earlier winners from Excel: template, dry run with every wrong row, import. */
export const importRoutes = (app: Api): void => {
  app.handle(api.listRegisters, {
    load,
    allow: sees,
    act: async ({ actor, db, loaded }) => ({
      registers: await registers(db, loaded),
      permissions: { run: runs(actor, loaded) },
    }),
  })
  app.handle(api.importTemplate, {
    load,
    allow: runs,
    act: async () =>
      excelResponse(
        await writeSheet({ name: '往届名单', columns: templateColumns, rows: templateExample }),
        '往届获奖名单模板.xlsx',
      ),
  })
  app.handle(api.checkImport, {
    load,
    allow: runs,
    streams: true,
    act: async ({ c, loaded, query }) => {
      const plan = await planImport(app.db, loaded, query.register, await bytes(c.req.raw))
      return { good: plan.add.length, known: plan.known, wrong: plan.wrong, faults: plan.faults.slice(0, 500) }
    },
  })
  app.handle(api.applyImport, {
    load,
    allow: runs,
    streams: true,
    act: async ({ c, actor, loaded, query }) => {
      const file = await bytes(c.req.raw)
      return inTransaction(app.db, async tx => {
        const plan = await planImport(tx, loaded, query.register, file)
        if (query.rows === 'all' && plan.wrong > 0)
          throw refuse('import.faults', `有${plan.wrong}行有误，没有写入。请改正后再导入，或者只导入没有错误的行。`, {
            status: 422,
          })
        return { added: await applyImport(tx, actor, query.register, plan), known: plan.known, wrong: plan.wrong }
      })
    },
  })
}

/** What was imported wrong, or was revoked since, is put right here; until then it keeps people out of later campaigns. */
export const earlierRoutes = (app: Api): void => {
  app.handle(api.findEarlier, {
    load,
    allow: sees,
    act: async ({ db, actor, loaded, query }) => ({
      entries: await findEarlierHonours(db, loaded, query.search),
      permissions: { revoke: revokes(actor, loaded) },
    }),
  })
  app.handle(api.setEarlierState, {
    load: async ({ db, params }) => {
      const campaign = await loadCampaign(db, params.id)
      const honour = campaign && (await loadEarlierHonour(db, campaign, params.honourId))
      return campaign && honour && { campaign, honour }
    },
    allow: (actor: Actor, { campaign }: { campaign: Campaign; honour: Standing }) => revokes(actor, campaign),
    act: async ({ db, actor, loaded, body }) => {
      await setHonourState(db, actor, loaded.honour, body)
      return { ok: true as const }
    },
  })
}

const registers = async (db: Db, campaign: Campaign) => {
  const all = registersOf(campaign)
  const { rows } = await sql<{ register: string; n: number }>`
    select register, count(*)::int as n from selection.honour
    where register = any(${all.map(({ title }) => title)}::text[]) group by 1`.execute(db)
  return all.map(each => ({ ...each, count: rows.find(row => row.register === each.title)?.n ?? 0 }))
}
