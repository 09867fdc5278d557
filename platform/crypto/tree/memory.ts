import type { NodeReader, TreeNode } from './nodes.ts'

/** Stored nodes in memory: for tests, and for a log small enough to be read at once. */
export const memoryNodes = (): {
  read: NodeReader
  keep: (leaves: readonly Uint8Array[], nodes: readonly TreeNode[]) => void
} => {
  const levels = new Map<number, Uint8Array[]>()
  const rowOf = (level: number) => levels.get(level) ?? levels.set(level, []).get(level)!
  return {
    read: async spans => spans.map(({ level, first, count }) => rowOf(level).slice(first, first + count)),
    keep: (leaves, nodes) => {
      rowOf(0).push(...leaves)
      for (const { level, index, hash } of nodes) rowOf(level)[index] = hash
    },
  }
}
