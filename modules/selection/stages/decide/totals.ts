import { type Db, sql } from '#platform/db/index.ts'
import type { PoolEntry } from '../../campaign/pool.ts'
import type { Plan } from '../../shared/index.ts'
import type { DecideRun } from './scores.ts'

export type Total = {
  category: string
  name: string
  awards: number | null
  pass: number
  pending: number
  suspended: number
  out: number
}

/** How many names each category has, beside how many the plan awards. */
export const totalsOf = ({ campaign, stage }: DecideRun, pool: PoolEntry[]): Total[] =>
  campaign.plan.categories
    .filter(({ key }) => !stage.categories || stage.categories.includes(key))
    .map(({ key, name, awards }) => {
      const own = pool.filter(({ category }) => category === key)
      const count = (outcome: string) => own.filter(entry => entry.outcome === outcome).length
      const [pass, pending, suspended, out] = [count('pass'), count('pending'), count('suspended'), count('out')]
      return { category: key, name, awards, pass, pending, suspended, out }
    })

export type Tie = { categoryName: string; score: string; names: string[] }

/** Equal scores on both sides of the line of awards. They are shown; who goes first is the meeting's to say. */
export const tiesOf = (plan: Plan, pool: PoolEntry[], scores: Map<number, number>): Tie[] =>
  plan.categories.flatMap(({ key, name, awards }) => {
    const own = pool
      .filter(({ category, outcome }) => category === key && outcome !== 'out')
      .flatMap(entry => {
        const score = scores.get(entry.nominationId)
        return score === undefined ? [] : [{ ...entry, score }]
      })
      .sort((a, b) => b.score - a.score)
    if (awards === null || own.length <= awards || awards === 0) return []
    const line = own[awards - 1]!.score
    if (own[awards]!.score !== line) return []
    return [{ categoryName: name, score: String(line), names: own.filter(e => e.score === line).map(e => e.name) }]
  })

/** Totals of an award below the province: 50 organisations, 150 people (评比达标表彰, standards §3). */
const ceilings = { organisation: { most: 50, words: '先进集体' }, person: { most: 150, words: '先进个人' } } as const

/** Ranks that mark a 县处级 post; a list has at most a fifth of them. */
const countyRank = /县处级|(?:正|副)?县级|(?:正|副)?处级/

/** What the rules above every award say of the list; to be weighed, not to be stopped by. */
export const awardWarnings = async (db: Db, run: DecideRun, pool: PoolEntry[]): Promise<string[]> => {
  const { plan } = run.campaign
  const listed = pool.filter(({ outcome }) => outcome === 'pass' || outcome === 'pending')
  const warnings: string[] = []
  if (!plan.approval) warnings.push('方案没有填写评比达标表彰的批准机关和文号，请核对本项目是否已经批准。')
  if (plan.administrative !== 'province')
    for (const subject of ['organisation', 'person'] as const) {
      const keys = plan.categories.filter(each => each.subject === subject).map(({ key }) => key)
      const n = listed.filter(({ category }) => keys.includes(category)).length
      const { most, words } = ceilings[subject]
      if (n > most) warnings.push(`${words}共${n}个，超过省级以下项目一般不超过${most}个的要求。`)
    }
  return [...warnings, ...(await rankShare(db, plan, listed))]
}

const RANK_SHARE = 0.2

const rankShare = async (db: Db, plan: Plan, listed: PoolEntry[]): Promise<string[]> => {
  const people = new Set(plan.categories.filter(({ subject }) => subject === 'person').map(({ key }) => key))
  const ids = listed.filter(({ category }) => people.has(category)).map(({ nominationId }) => nominationId)
  if (ids.length === 0) return []
  const { rows } = await sql<{ rank: string }>`
    select coalesce(answers ->> 'rank', answers ->> 'cadreRank', answers ->> 'post', '') as rank
    from selection.nomination where id = any(${ids}::bigint[])`.execute(db)
  const n = rows.filter(({ rank }) => countyRank.test(rank)).length
  if (n <= ids.length * RANK_SHARE) return []
  return [`县处级干部${n}名，占个人${Math.round((n * 1000) / ids.length) / 10}%，超过20%，请调整或说明。`]
}
