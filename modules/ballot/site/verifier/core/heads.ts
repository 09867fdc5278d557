import { hex } from '../crypto/bytes.ts'
import type { FaultList } from './faults.ts'
import type { Head } from './note.ts'
import type { growingTree } from './tree.ts'

type Tree = ReturnType<typeof growingTree>
type Log = { tree: Tree; faults: FaultList }

/** B05–B07: signed (as the line's reader found), true to the leaves before them, never going back, the last covering all. */
export const headKeeper = ({ tree, faults }: Log) => {
  let [count, newest, last] = [0, '', undefined as Head | undefined]
  return {
    take: (head: Head | undefined, where: string): void => {
      count += 1
      if (!head) {
        faults.add({ rule: 'B05', where, what: '树头的签名或格式不成立' })
        return
      }
      const fail = (what: string) => faults.add({ rule: 'B06', where, what })
      if (head.size !== tree.size()) fail(`树头说有${head.size}项，前面有${tree.size()}项`)
      else if (hex(head.root) !== hex(tree.root())) fail('树头与前面的内容不符：有内容被改动、增删或调换')
      if (head.time < newest) fail('树头的时间比前一个早')
      if (head.time > newest) newest = head.time
      last = head
    },
    finish: () => {
      if (last?.size !== tree.size()) faults.add({ rule: 'B07', where: '末尾', what: '没有覆盖全部内容的树头' })
      return { count, last }
    },
  }
}
