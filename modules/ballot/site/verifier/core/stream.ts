import { cut } from './chunks.ts'
import type { FaultList } from './faults.ts'
import type { Fact } from './line.ts'
import type { Part, PartOptions, ReadPart } from './reader.ts'

export type Ways = {
  /** Opens a record for reading, on one core or on all. */
  open: (options: PartOptions) => Promise<{ read: ReadPart; cores: number; close: () => void }>
  /** Bytes done, bytes in all. */
  progress?: (done: number, all: number) => void
}

type Reading = PartOptions & { from: number; ways: Ways; faults: FaultList }

const partSize = 1 << 20

/** Reads the parts of a record on all cores, a few ahead, and hands their lines over in order. */
export const eachFact = async (reading: Reading, use: (fact: Fact, where: string) => void): Promise<void> => {
  const { file, from, ways, faults } = reading
  const { read, cores, close } = await ways.open(reading)
  const underway: { part: Promise<Part>; to: number }[] = []
  let line = 2
  const takeOne = async () => {
    const { part, to } = underway.shift()!
    const { facts, flawed } = await part
    if (flawed) faults.add({ rule: 'B01', where: `第${line + 1}行起`, what: '不是UTF-8文字，或者最后一行没有结束' })
    for (const fact of facts) {
      line += 1
      for (const fault of fact.faults ?? []) faults.add({ ...fault, where: `第${line}行` })
      use(fact, `第${line}行`)
    }
    ways.progress?.(to, file.size)
  }
  try {
    for await (const range of cut(file, from, partSize)) {
      underway.push({ part: read(range), to: range.to })
      if (underway.length > 2 * cores) await takeOne()
    }
    while (underway.length) await takeOne()
  } finally {
    close()
  }
}
