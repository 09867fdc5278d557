import { type Db, sql } from '#platform/db/index.ts'
import type { StageRun } from '../load.ts'
import { categoryOf } from '../plan/lookup.ts'
import type { ActKind } from '../shared/index.ts'
import { actsOf } from './acts.ts'
import { owedBefore } from './owed.ts'

type ActRow = {
  id: number
  kind: ActKind
  nominationId: number
  name: string
  replaces: string | null
  fromCategory: string | null
  toCategory: string | null
  reason: string
  basis: string
  by: string | null
  at: string
  undone: boolean
  undoes: number | null
}

type Reserve = {
  nominationId: number
  name: string
  category: string
  unitName: string
  rank: number | null
  lastStage: string | null
  reason: string | null
}

/** A stage's acts, latest first, who could come in, and what newcomers still owe: three queries. */
export const presentActs = async (db: Db, run: StageRun) => {
  const { plan } = run.campaign
  const allowed = actsOf(run)
  const comesIn = run.runState === 'open' && (allowed.includes('succeed') || allowed.includes('add'))
  const titleOf = (key: string | null) => plan.stages.find(stage => stage.key === key)?.title ?? null
  return {
    allowed,
    categories: plan.categories.map(({ key, name }) => ({ key, name })),
    acts: await actsIn(db, run),
    reserves: (comesIn ? await reservesFor(db, run) : []).map(row => ({
      ...row,
      categoryName: categoryOf(plan, row.category).name,
      lastStage: titleOf(row.lastStage),
    })),
    owed: await owedBefore(db, run),
  }
}

const actsIn = async (db: Db, run: StageRun): Promise<ActRow[]> => {
  const { rows } = await sql<ActRow>`
    select a.id, a.kind, m.id as "nominationId", m.name, g.name as replaces, a.from_category as "fromCategory",
      a.to_category as "toCategory", a.reason, a.basis, p.name as by, a.at, a.undoes_id as undoes,
      exists (select from selection.act u where u.undoes_id = a.id) as undone
    from selection.act a join selection.nomination m on m.id = a.nomination_id
    left join selection.nomination g on g.id = a.replaces_id
    left join access.account c on c.id = a.made_by left join units.person p on p.id = c.person_id
    where a.stage_run_id = ${run.id} order by a.id desc`.execute(db)
  return rows
}

/** Received nominees who do not stand in the stage, in official order. */
const reservesFor = async (db: Db, run: StageRun): Promise<Reserve[]> => {
  const { rows } = await sql<Reserve>`
    select m.id as "nominationId", m.name, m.category, u.name as "unitName", m.rank, last.stage as "lastStage",
      last.reason
    from selection.nomination m join units.unit u on u.id = m.unit_id
    left join lateral (
      select r.stage, e.reason from selection.pool_entry e join selection.stage_run r on r.id = e.stage_run_id
      where e.nomination_id = m.id and e.outcome = 'out' order by r.seq desc limit 1) last on true
    where m.campaign_id = ${run.campaign.id} and m.state = 'accepted'
      and not exists (select from selection.pool_entry e
        where e.stage_run_id = ${run.id} and e.nomination_id = m.id and e.outcome <> 'out')
    order by m.category, m.unit_order, m.rank nulls last, m.id`.execute(db)
  return rows
}
