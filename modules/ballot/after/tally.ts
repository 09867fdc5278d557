import type { Entry } from '../log/read.ts'
import type { Category, ElectionDocument, Issued, Leaf, Result } from '../shared/index.ts'

type Counts = { before: number[]; after: number[] }

/** Counts an election from its log, one pass, whatever its length. Ranks nothing and breaks no tie. */
export const tally = (document: ElectionDocument) => {
  const { groups, categories, keys, voidReasons } = document
  const none = () => groups.map(() => 0)
  const counts = (): Counts => ({ after: none(), before: none() })
  const boxes = categories.map(({ candidates }) => ({
    blank: counts(),
    candidates: new Map(candidates.map(({ no }) => [no, counts()])),
  }))
  const perKey = new Map(keys.map(({ group, mode }) => [`${group} ${mode}`, { issued: 0, used: 0, counted: 0 }]))
  const voided = new Map(voidReasons.map(({ code }) => [code, 0]))
  const groupAt = new Map(groups.map(({ key }, at) => [key, at]))
  let [accepted, superseded] = [0, 0]

  const addBallot = ({ ballot, standing, voided: isVoid }: Entry & { ballot: NonNullable<Entry['ballot']> }) => {
    accepted += 1
    const key = perKey.get(`${ballot.group} ${ballot.mode}`)!
    if (ballot.counter === 0) key.used += 1
    if (!standing) {
      superseded += 1
      return
    }
    if (!isVoid) key.counted += 1
    const group = groupAt.get(ballot.group)!
    for (const [at, chosen] of (JSON.parse(ballot.choices) as number[][]).entries()) {
      const box = boxes[at]!
      for (const each of chosen.length === 0 ? [box.blank] : chosen.map(no => box.candidates.get(no)!)) {
        each.before[group]! += 1
        if (!isVoid) each.after[group]! += 1
      }
    }
  }

  const add = (entry: Entry): void => {
    if (entry.ballot) {
      addBallot({ ...entry, ballot: entry.ballot })
      return
    }
    const leaf = JSON.parse(entry.leaf) as Leaf
    if (leaf.kind === 'close') for (const each of leaf.issued) perKey.get(keyOf(each))!.issued = each.count
    if (leaf.kind === 'void') voided.set(leaf.reason, (voided.get(leaf.reason) ?? 0) + 1)
  }

  const result = (): Result => ({
    accepted,
    superseded,
    keys: keys.map(({ group, mode }) => ({ group, mode, ...perKey.get(`${group} ${mode}`)! })),
    voided: voidReasons.map(({ code }) => ({ code, count: voided.get(code)! })),
    tally: categories.map((category, at) => boxResult(category, boxes[at]!)),
  })

  return { add, result }
}

const keyOf = ({ group, mode }: Pick<Issued, 'group' | 'mode'>) => `${group} ${mode}`

const boxResult = ({ key, candidates }: Category, box: { blank: Counts; candidates: Map<number, Counts> }) => ({
  category: key,
  blank: box.blank,
  candidates: candidates.map(({ no }) => ({ no, ...box.candidates.get(no)! })),
})
