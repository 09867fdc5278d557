import type { FaultList } from './faults.ts'

type Kind = 'open' | 'ballot' | 'close' | 'void' | 'final'
export type Stage = 'open' | 'closed' | 'final'

const ranks: Record<Kind, number> = { open: 0, ballot: 1, close: 2, void: 3, final: 4 }
const once = new Set<Kind>(['open', 'close', 'final'])
const furthest: Record<Stage, number> = { open: 1, closed: 3, final: 4 }
const names: Record<Kind, string> = { open: '开始', ballot: '选票', close: '截止', void: '作废', final: '定账' }

/** B04: opening, ballots, close, voids, final, as far as the stage says. */
export const orderOfKinds = (stage: Stage, faults: FaultList) => {
  const seen = new Set<Kind>()
  let reached = -1
  const fail = (where: string, what: string) => faults.add({ rule: 'B04', where, what })
  return {
    take: (kind: Kind, index: number): void => {
      const where = `序号${index}`
      if (index === 0 && kind !== 'open') fail(where, '第一项不是“开始”')
      if (ranks[kind] < reached || (once.has(kind) && seen.has(kind))) fail(where, `“${names[kind]}”的位置不对`)
      if (ranks[kind] > 1 && !seen.has('close') && kind !== 'close') fail(where, `“${names[kind]}”之前没有“截止”`)
      if (ranks[kind] > furthest[stage]) fail(where, `这个阶段的记录里不应有“${names[kind]}”`)
      reached = Math.max(reached, ranks[kind])
      seen.add(kind)
    },
    finish: (): void => {
      if (!seen.has('open')) fail('全部', '没有“开始”')
      if (stage !== 'open' && !seen.has('close')) fail('全部', '没有“截止”')
      if (stage === 'final' && !seen.has('final')) fail('全部', '没有“定账”')
    },
  }
}
