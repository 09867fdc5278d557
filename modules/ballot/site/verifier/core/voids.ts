import type { ElectionDocument } from './document.ts'
import type { FaultList } from './faults.ts'
import type { VoidLeaf } from './leaf.ts'
import type { SerialKeeper } from './serials.ts'

/** B14: each void names a standing ballot once, with a known reason and two officers. */
export const voidKeeper = ({ voidReasons }: ElectionDocument, serials: SerialKeeper, faults: FaultList) => {
  const all: VoidLeaf[] = []
  return {
    take: (leaf: VoidLeaf, where: string): void => {
      const fail = (what: string) => faults.add({ rule: 'B14', where, what })
      const standing = serials.at(leaf.leaf)
      if (!standing) fail(`作废的序号${leaf.leaf}不是有效的选票`)
      else if (standing.voided) fail(`序号${leaf.leaf}已经作废过`)
      else standing.voided = true
      if (!voidReasons.some(({ code }) => code === leaf.reason)) fail(`作废理由“${leaf.reason}”不在规则里`)
      if (leaf.by[0] === leaf.by[1]) fail('两名经办人是同一人')
      all.push(leaf)
    },
    all: () => all,
  }
}
