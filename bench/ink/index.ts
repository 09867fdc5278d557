import {
  coarseShape,
  distance,
  type Ink,
  isMark,
  isNearEqual,
  normalise,
  shapesNear,
} from '#modules/micro-projects/shared/index.ts'
import type { Options } from '../kit/options.ts'
import { note, report } from '../kit/result.ts'
import { type Signature, signaturesIn } from './folder.ts'

/** Signatures taken for one that was copied, and copies that are not found; needs a folder of real ones. */
export const run = async ({ signatures }: Options): Promise<void> => {
  if (!signatures) return note('ink：没有签名，跳过。用 --signatures 文件夹 指定。')
  const all = (await signaturesIn(signatures)).filter(({ ink }) => !isMark(ink))
  note(`ink：${all.length}个签名`)
  pairs(all.map(signature => ({ ...signature, shape: normalise(signature.ink) })))
  for (const shake of [0, 2, 3, 6]) copies(all, shake)
}

const kinds = ['one hand, one name', 'forged by another hand', 'different names'] as const

const kindOf = (one: Signature, other: Signature): (typeof kinds)[number] | undefined => {
  if (one.name !== other.name) return 'different names'
  if (one.genuine !== other.genuine) return 'forged by another hand'
  return one.genuine ? 'one hand, one name' : undefined
}

const pairs = (all: (Signature & { shape: ReturnType<typeof normalise> })[]): void => {
  const found = new Map(kinds.map(kind => [kind, { pairs: 0, equal: 0, least: 1 }]))
  for (const [at, one] of all.entries())
    for (const other of all.slice(0, at)) {
      const count = found.get(kindOf(one, other)!)
      if (!count) continue
      const apart = distance(one.shape, other.shape)
      count.pairs += 1
      count.equal += Number(isNearEqual(one.shape, other.shape))
      count.least = Math.min(count.least, apart)
    }
  for (const [kind, { pairs, equal, least }] of found) {
    const reference = `pairs, the nearest ${least.toFixed(3)} apart`
    report({ bench: 'ink', case: kind, value: equal, unit: 'near-equal', reference, referenceValue: pairs })
  }
}

/** Each moved, made smaller and shaken by up to so many thousandths of the field. */
const copies = (all: Signature[], shake: number): void => {
  let [equal, candidates] = [0, 0]
  for (const { ink } of all) {
    const copy = copied(ink, shake)
    equal += Number(isNearEqual(normalise(ink), normalise(copy)))
    candidates += Number(shapesNear(copy).includes(coarseShape(ink)))
  }
  const reference = { reference: 'copies made', referenceValue: all.length }
  report({ bench: 'ink', case: `copy shaken by ${shake}`, value: equal, unit: 'near-equal', ...reference })
  report({ bench: 'ink', case: `copy shaken by ${shake}, by key`, value: candidates, unit: 'candidates', ...reference })
}

const copied = (ink: Ink, shake: number): Ink => {
  const [scale, right, down] = [0.6 + Math.random() * 0.4, Math.random() * 80, Math.random() * 40]
  const shaken = (value: number, most: number) =>
    Math.round(Math.min(most, Math.max(0, value + (Math.random() * 2 - 1) * shake)))
  return ink.map(stroke =>
    stroke.map(([x, y, ms]) => [shaken(x * scale + right, 1000), shaken(y * scale + down, 500), ms]),
  )
}
