import { detailOf, valueAt } from './detail.ts'
import { nearPlacings, type Placing } from './placing.ts'
import type { Plane } from './plane.ts'

/** Fields across and down in which two pictures are compared, first roughly and then finely, and how far they are moved. */
const stages = [
  { grid: 24, steps: [0.03, 0.015, 0.008] },
  { grid: 48, steps: [0.006, 0.003] },
]

/** Pictures that have less than this share of the first one's fields in common are not compared. */
const IN_COMMON = 0.4

/** Moves that still better it are tried so many times with each step. */
const ROUNDS = 6

/**
 * How far two pictures agree in detail: the correlation of their fields, 1 for the same picture, once the one is laid on
 * the other as well as it can be from where it starts. Copies reach 0.69 and more however they were saved, cut, lit or
 * written over; different pictures of like things, in which light and dark lie alike, do not reach 0.45.
 * @param start what their hashes say of how they lie (`placingOf`)
 */
export const likeness = (one: Plane, other: Plane, start: Placing): number => {
  let best = { placing: start, score: 0 }
  for (const { grid, steps } of stages) {
    const score = scoreOn(one, other, grid, best.placing)
    best = climb({ placing: best.placing, score: score(best.placing) }, steps, score)
  }
  return best.score
}

/** At and above it one picture is made of the other. */
export const ALIKE = 0.66

type Reached = { placing: Placing; score: number }

const climb = (from: Reached, steps: number[], score: (placing: Placing) => number): Reached => {
  let best = from
  for (const step of steps)
    for (let round = 0; round < ROUNDS; round++) {
      const before = best
      for (const placing of nearPlacings(best.placing, step)) {
        const reached = score(placing)
        if (reached > best.score) best = { placing, score: reached }
      }
      if (best === before) break
    }
  return best
}

/** Correlation on a grid of fields, whose size in the other picture is that of the placing it starts from. */
const scoreOn = (one: Plane, other: Plane, grid: number, start: Placing) => {
  const [, xAcross, xDown, , yAcross, yDown] = start
  const ours = detailOf(one, 1 / grid, 1 / grid)
  const theirs = detailOf(other, Math.hypot(xAcross, xDown) / grid, Math.hypot(yAcross, yDown) / grid)
  const middles = Float64Array.from({ length: grid }, (_, at) => (at + 0.5) / grid)
  const values = Float64Array.from({ length: grid * grid }, (_, at) =>
    valueAt(ours, middles[at % grid]!, middles[Math.floor(at / grid)]!),
  )
  return ([x0, xAcross, xDown, y0, yAcross, yDown]: Placing): number => {
    let [together, mine, its, common] = [0, 0, 0, 0]
    for (let at = 0; at < values.length; at++) {
      const [across, down] = [middles[at % grid]!, middles[Math.floor(at / grid)]!]
      const [x, y] = [x0 + xAcross * across + xDown * down, y0 + yAcross * across + yDown * down]
      if (x < 0 || x > 1 || y < 0 || y > 1) continue
      const [value, found] = [values[at]!, valueAt(theirs, x, y)]
      together += value * found
      mine += value * value
      its += found * found
      common += 1
    }
    return common < IN_COMMON * values.length || mine * its === 0 ? 0 : together / Math.sqrt(mine * its)
  }
}
