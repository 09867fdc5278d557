import { type Ink, inkLength } from './ink.ts'

export type Point = readonly [number, number]

/** Points a signature is reduced to: enough for three characters, few enough to compare all with all. */
const samples = 64

/** How far one may run ahead of the other, in samples (Sakoe–Chiba band). */
const band = 6

/**
 * A signature without its place, size and speed: equidistant points along its strokes, around their centre, the longer
 * side 1 long.
 */
export const normalise = (ink: Ink): Point[] => {
  const along = resample(ink)
  const [xs, ys] = [along.map(([x]) => x), along.map(([, y]) => y)]
  const middle = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values)
  const [cx, cy, side] = [middle(xs), middle(ys), Math.max(extent(xs), extent(ys)) || 1]
  return along.map(([x, y]) => [(x - cx) / side, (y - cy) / side])
}

const resample = (ink: Ink): Point[] => {
  const step = inkLength(ink) / (samples - 1)
  const points: Point[] = [[ink[0]![0]![0], ink[0]![0]![1]]]
  let due = step
  for (const stroke of ink)
    for (let at = 1; at < stroke.length; at++) {
      const [[x0, y0], [x1, y1]] = [stroke[at - 1]!, stroke[at]!]
      const length = Math.hypot(x1 - x0, y1 - y0)
      while (due <= length && points.length < samples) {
        points.push([x0 + ((x1 - x0) * due) / length, y0 + ((y1 - y0) * due) / length])
        due += step
      }
      due -= length
    }
  const [x, y] = ink.at(-1)!.at(-1)!
  while (points.length < samples) points.push([x, y])
  return points
}

/** Mean distance of two normalised signatures by dynamic time warping: 0 for equal ones, in lengths of the longer side. */
export const distance = (one: Point[], other: Point[]): number => {
  let above = new Array<number>(other.length + 1).fill(Number.POSITIVE_INFINITY)
  above[0] = 0
  for (let i = 1; i <= one.length; i++) {
    const row = new Array<number>(other.length + 1).fill(Number.POSITIVE_INFINITY)
    for (let j = Math.max(1, i - band); j <= Math.min(other.length, i + band); j++) {
      const apart = Math.hypot(one[i - 1]![0] - other[j - 1]![0], one[i - 1]![1] - other[j - 1]![1])
      row[j] = apart + Math.min(above[j]!, above[j - 1]!, row[j - 1]!)
    }
    above = row
  }
  return above[other.length]! / Math.max(one.length, other.length)
}

/**
 * Below it two signatures were hardly written twice. Of real ones different names never lie nearer than 0.05; the same
 * hand writing the same name lies at 0.048 at the median (docs/decisions/0021).
 */
const nearEqual = 0.035

export const isNearEqual = (one: Point[], other: Point[]): boolean => distance(one, other) < nearEqual

/**
 * A cross, a circle or a line, as people draw who do not write: such marks look alike without anybody having copied
 * them. A name goes to and fro more often.
 */
export const isMark = (ink: Ink): boolean => {
  const points = ink.flat()
  const extent = (at: 0 | 1) =>
    Math.max(...points.map(point => point[at])) - Math.min(...points.map(point => point[at]))
  return inkLength(ink) < 2.4 * Math.hypot(extent(0), extent(1))
}

/** A signature's coarse shape: where each of so many parts of it lies, in cells this wide. */
const parts = 5
const cell = 0.15
/** How near to a border the neighbouring cell is looked at too. */
const margin = 0.03

/** The middle of each part, across and down: what a copy of a signature has in common with it. */
const features = (points: Point[]): number[] =>
  Array.from({ length: parts }, (_, at) => {
    const part = points.slice(Math.floor((at * samples) / parts), Math.floor(((at + 1) * samples) / parts))
    return ([0, 1] as const).map(axis => part.reduce((sum, point) => sum + point[axis], 0) / part.length)
  }).flat()

const cellOf = (value: number) => String.fromCharCode(97 + Math.floor((value + 1) / cell))

/** The key by which near-equal signatures are looked for among all: the number of strokes and a letter for each feature. */
export const coarseShape = (ink: Ink): string => `${ink.length}-${features(normalise(ink)).map(cellOf).join('')}`

/** Every key that a near-equal signature may have: its own, and those across a near border; 20 or so, 1024 at most. */
export const shapesNear = (ink: Ink): string[] =>
  features(normalise(ink))
    .map(value => [...new Set([cellOf(value), cellOf(value - margin), cellOf(value + margin)])])
    .reduce((keys, letters) => keys.flatMap(key => letters.map(letter => key + letter)), [`${ink.length}-`])
