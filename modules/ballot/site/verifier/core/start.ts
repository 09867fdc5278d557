import { isHash } from '../crypto/bytes.ts'
import { canonical } from './canonical.ts'
import { type Bytes, lineEnd, readLines } from './chunks.ts'
import { documentFlaws, type ElectionDocument, fingerprintOf, isUsable } from './document.ts'
import type { FaultList } from './faults.ts'
import type { Stage } from './order.ts'
import { exactly, isObject, oneOf } from './shape.ts'

const isHeader = exactly({
  record: oneOf('shishi-ballot/1'),
  fingerprint: isHash,
  stage: oneOf('open', 'closed', 'final'),
})

export type Start = { document: ElectionDocument | undefined; fingerprint: string; stage: Stage; end: number }

/** The first two lines of a record: B01 of them, and B02. */
export const readStart = async (file: Bytes, faults: FaultList): Promise<Start> => {
  const first = await lineEnd(file, 0)
  const end = await lineEnd(file, first)
  const header = await readOne(file, { from: 0, to: first }, '第1行', faults)
  const election = await readOne(file, { from: first, to: end }, '第2行', faults)
  const sound = isHeader(header)
  if (!sound) faults.add({ rule: 'B01', where: '第1行', what: '不是评议投票记录的开头' })
  if (!isObject(election) || Object.keys(election).join() !== 'election')
    faults.add({ rule: 'B01', where: '第2行', what: '这一行应是规则文件' })
  const value = isObject(election) ? election.election : undefined
  for (const what of documentFlaws(value)) faults.add({ rule: 'B02', where: '第2行', what })
  const computed = value === undefined ? '' : fingerprintOf(value)
  const { fingerprint, stage } = (sound ? header : { fingerprint: computed, stage: 'open' }) as Start
  if (fingerprint !== computed) faults.add({ rule: 'B02', where: '第2行', what: '规则文件的指纹与开头所写的不同' })
  return { document: isUsable(value) ? value : undefined, fingerprint, stage, end }
}

const readOne = async (file: Bytes, range: { from: number; to: number }, where: string, faults: FaultList) => {
  try {
    const { lines, flawed } = await readLines(file, range)
    const value: unknown = JSON.parse(lines[0] ?? '')
    if (flawed || canonical(value) !== lines[0]) faults.add({ rule: 'B01', where, what: '不是规范化的JSON' })
    return value
  } catch {
    faults.add({ rule: 'B01', where, what: '不是JSON' })
    return undefined
  }
}
