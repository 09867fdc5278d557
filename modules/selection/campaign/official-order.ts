import { type GivenStrokes, inStrokeOrder, type UnknownCharacter } from '#kernel/names/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Plan, PlanCategory, StageOf } from '../shared/index.ts'
import type { PoolEntry } from './pool.ts'

export type ListOrder = StageOf<'publicise'>['order']

/** The names of one category in the order in which a list prints them. */
export type OrderedSection = { category: PlanCategory; entries: PoolEntry[] }

/**
 * A list as it is printed: categories as the plan names them; within each by strokes of the name (people only,
 * standards §4), by official order of units, or by place. Characters without known strokes are reported, never guessed.
 */
export const inOfficialOrder = async (
  plan: Plan,
  entries: PoolEntry[],
  order: ListOrder,
  strokes: GivenStrokes = {},
): Promise<{ sections: OrderedSection[]; unknown: UnknownCharacter[] }> => {
  const sections: OrderedSection[] = []
  const unknown: UnknownCharacter[] = []
  for (const category of plan.categories) {
    const own = entries.filter(entry => entry.category === category.key)
    if (own.length === 0) continue
    const byStrokes = order === 'strokes' && category.subject === 'person'
    const sorted = byStrokes ? await inStrokeOrder(own, ({ name }) => name, { strokes }) : { ordered: own, unknown: [] }
    sections.push({ category, entries: order === 'rank' ? byPlace(own) : sorted.ordered })
    unknown.push(...sorted.unknown)
  }
  return { sections, unknown: mergeUnknown(unknown) }
}

/** The place a stage gave (evidence.place), or else the unit's own ranking; equal places keep the official order. */
const byPlace = (entries: PoolEntry[]): PoolEntry[] => entries.toSorted((a, b) => placeOf(a) - placeOf(b))

const placeOf = ({ evidence, rank }: PoolEntry): number =>
  typeof evidence.place === 'number' ? evidence.place : (rank ?? Number.MAX_SAFE_INTEGER)

/** The same character in two categories is asked for once. */
const mergeUnknown = (all: UnknownCharacter[]): UnknownCharacter[] =>
  [...Map.groupBy(all, ({ character }) => character).values()].map(same => ({
    ...same[0]!,
    names: [...new Set(same.flatMap(({ names }) => names))],
  }))

/** How the order is said on the list. */
export const orderWords: Record<ListOrder, string> = {
  strokes: '个人按姓氏笔画为序，其他按推荐单位次序排列。',
  units: '名单按推荐单位次序排列。',
  rank: '名单按排序先后排列。',
}

/** Strokes that clerks gave for rare characters in any stage of the campaign. */
export const givenStrokes = async (db: Db, campaignId: number): Promise<GivenStrokes> => {
  const { rows } = await sql<{ strokes: GivenStrokes }>`
    select record -> 'strokes' as strokes from selection.stage_run
    where campaign_id = ${campaignId} and record ? 'strokes' order by seq`.execute(db)
  return Object.assign({}, ...rows.map(({ strokes }) => strokes))
}
