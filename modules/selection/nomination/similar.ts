import { type Db, sql, together } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Campaign, Nomination } from '../load.ts'
import { type Articles, type Plan, partsOf } from '../shared/index.ts'
import { textsOf } from './prints.ts'

const MOST_PAIRS = 200
/** Of what was handed in; what is being written is its unit's own. */
const handedIn = sql`('submitted', 'returned', 'accepted')`

type Side = { id: number; name: string; unitName: string; material: string }
type Pair = { left: Side; right: Side; share: number; common: number }

const nameOf = (plan: Plan, material: string) => plan.materials.find(({ key }) => key === material)?.name ?? material

/**
 * Pairs of articles, of different nominees, with passages in common: the most alike first. They were found when the
 * articles were handed in (keep-prints.ts); here are two queries, however many there are.
 */
export const similarPairs = async (db: Db, { id, plan }: Campaign, nominationId?: number) => {
  const [pairs, compared] = await together(db, db => Promise.all([pairsOf(db, id, nominationId), comparedIn(db, id)]))
  const named = (side: Side) => ({ ...side, material: nameOf(plan, side.material) })
  return { compared, pairs: pairs.map(pair => ({ ...pair, left: named(pair.left), right: named(pair.right) })) }
}

const sideOf = (side: 'l' | 'r', key: 'left' | 'right') => sql`jsonb_build_object('id', ${sql.ref(`${side}.id`)},
  'name', ${sql.ref(`${side}.name`)}, 'unitName', ${sql.ref(`${side}u.name`)}, 'material', ${sql.ref(`p.${key}_material`)})`

const pairsOf = async (db: Db, campaignId: number, nominationId?: number): Promise<Pair[]> => {
  const { rows } = await sql<Pair>`
    select ${sideOf('l', 'left')} as "left", ${sideOf('r', 'right')} as "right", p.share, p.common
    from selection.similar_pair p
    join selection.nomination l on l.id = p.left_id join units.unit lu on lu.id = l.unit_id
    join selection.nomination r on r.id = p.right_id join units.unit ru on ru.id = r.unit_id
    where p.campaign_id = ${campaignId} and l.state in ${handedIn} and r.state in ${handedIn}
      ${nominationId ? sql`and (p.left_id = ${nominationId} or p.right_id = ${nominationId})` : sql``}
    order by p.share desc, p.common desc, p.left_id, p.right_id limit ${MOST_PAIRS}`.execute(db)
  return rows
}

/** How many nominees' articles have been compared with all others: those handed in but for the few that the sweep has yet to print. */
const comparedIn = async (db: Db, campaignId: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select ((select coalesce(sum(n), 0) from selection.tally where campaign_id = ${campaignId} and state in ${handedIn})
      - (select count(*) from selection.nomination where campaign_id = ${campaignId}
        and state in ('submitted', 'accepted') and printed_revision is distinct from revision))::int as n`.execute(db)
  return rows[0]!.n
}

type Row = { id: number; name: string; unitName: string; articles: Articles }

/** Two articles side by side, each cut into what the other has too and what is its own; `materials` are names. */
export const compareTexts = async (db: Db, nomination: Nomination, otherId: number, materials: [string, string]) => {
  const { rows } = await sql<Row>`
    select m.id, m.name, u.name as "unitName", m.articles from selection.nomination m
    join units.unit u on u.id = m.unit_id
    where m.campaign_id = ${nomination.campaignId} and m.state in ${handedIn}
      and m.id = any(${[nomination.id, otherId]}::bigint[])`.execute(db)
  const pick = (id: number, material: string) => {
    const row = rows.find(each => each.id === id)
    const text = row && textsOf(row.articles).find(each => nameOf(nomination.plan, each.material) === material)
    if (!text) throw refuse('similar.gone', '这份材料已不在名单中，请返回重新查重。', { status: 404 })
    return { id, name: row.name, unitName: row.unitName, material, title: text.title, text: text.text }
  }
  const [left, right] = [pick(nomination.id, materials[0]), pick(otherId, materials[1])]
  const cut = ({ text, ...side }: typeof left, other: typeof left) => ({ ...side, parts: partsOf(text, other.text) })
  return { left: cut(left, right), right: cut(right, left) }
}
