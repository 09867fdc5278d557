import type { ElectionDocument } from './document.ts'
import type { FaultList } from './faults.ts'
import type { Fact } from './line.ts'

type Ballot = Extract<Fact, { is: 'ballot' }>

/** One serial's standing ballot. */
export type Standing = { index: number; counter: number; key: number; marks: string; voided: boolean }

/** B12: counters from 0 without a gap, as many changes as allowed, one key for each serial. */
export const serialKeeper = (document: ElectionDocument, faults: FaultList) => {
  const standings = new Map<string, Standing>()
  let byLeaf: Map<number, Standing> | undefined
  let superseded = 0
  const fail = (index: number, what: string) => faults.add({ rule: 'B12', where: `序号${index}`, what })
  return {
    take: ({ serial, counter, key, marks }: Ballot, index: number): void => {
      const earlier = standings.get(serial)
      const due = earlier ? earlier.counter + 1 : 0
      if (counter !== due) fail(index, `改票次序应为${due}，记的是${counter}`)
      if (counter > document.changes) fail(index, `最多改票${document.changes}次，这是第${counter}次`)
      if (earlier && earlier.key !== key) fail(index, '改票用了另一组的凭证')
      if (earlier) superseded += 1
      if (earlier && counter < earlier.counter) return
      standings.set(serial, { index, counter, key, marks, voided: false })
      byLeaf = undefined
    },
    /** The standing ballot with this index. */
    at: (index: number): Standing | undefined => {
      byLeaf ??= new Map([...standings.values()].map(standing => [standing.index, standing]))
      return byLeaf.get(index)
    },
    standings: () => standings.values(),
    serials: () => standings.size,
    superseded: () => superseded,
  }
}
export type SerialKeeper = ReturnType<typeof serialKeeper>
