import type { LogKey } from './document.ts'
import { type Head, isSignedBy, readHead, readNote } from './note.ts'
import type { Place, Report } from './rules.ts'

/** Checks tree heads against the leaves that stand before them (B05, B06) and remembers the last. */
export const headCheck = (
  log: LogKey,
  fingerprint: string,
  tree: { size: () => number; root: () => Buffer },
  report: Report,
) => {
  const state = { count: 0, size: 0, time: '', note: '' }

  const compare = ({ size, root, time }: Head, place: Place): void => {
    if (size !== tree.size()) report('B06', place, `树头覆盖${size}条，前面有${tree.size()}条。`)
    else if (root !== tree.root().toString('base64')) report('B06', place, `前${size}条的树根与树头不同：日志被改动。`)
    if (time < state.time) report('B06', place, `树头的时间${time}早于前一个的${state.time}。`)
    if (size < state.size) report('B06', place, `树头覆盖${size}条，少于前一个的${state.size}条。`)
    Object.assign(state, { size, time })
  }

  const take = (text: unknown, place: Place) => {
    const note = typeof text === 'string' ? readNote(text) : undefined
    const head = note && readHead(note, fingerprint)
    state.count += 1
    if (!note || !head) return report('B05', place, '树头的格式不对，或不属于这次选举。')
    if (!isSignedBy(note, log)) report('B05', place, '树头不是日志密钥所签。')
    state.note = text as string
    compare(head, place)
  }
  return { take, state }
}
