import sharp from 'sharp'
import { withoutBars } from './bars.ts'
import { type Cut, cutMean, type Plane, planeOf } from './plane.ts'
import { type View, views } from './view.ts'

type Trim = readonly [number, number]
const kept: readonly Trim[] = [
  [0, 0],
  [0, 0.12],
  [0.12, 0],
  [0.06, 0.06],
  [0.12, 0.12],
]
const keptFar: readonly Trim[] = [
  [0, 0.22],
  [0.22, 0],
]
const across = (rows: readonly Trim[], columns: readonly Trim[]): Cut[] =>
  rows.flatMap(([top, bottom]) => columns.map(([left, right]): Cut => [left, top, right, bottom]))

const all: readonly Trim[] = [[0, 0]]

/**
 * The cuts that a picture is kept with, the whole first, so that copies without its margins are found again: up to 15 %
 * a side, and up to 25 % of one side or of two that meet. Their places in the list are stored: new ones go to its end,
 * and a picture that was kept before is found by those it has.
 */
export const keptCuts = [
  ...across(kept, kept),
  ...across(keptFar, all),
  ...across(all, keptFar),
  ...across(keptFar, keptFar),
]

/** A cut with which a picture is looked for, and how it may have been turned. */
export type Look = { cut: Cut; view: View }

const whole: Cut = [0, 0, 0, 0]
const A_LITTLE = 0.05
const without = [0, 1, 2, 3].map(side => whole.map((share, at) => (at === side ? A_LITTLE : share)) as unknown as Cut)

/** Between these and the kept cuts lie all croppings; turned and mirrored, of which fewer are made, only the whole. */
export const looks: Look[] = [
  ...[whole, ...without].map((cut): Look => ({ cut, view: 'upright' })),
  ...(['mirrored', 'right', 'left', 'over'] as const).map((view): Look => ({ cut: whole, view })),
]

/**
 * Bits of 64 in which two cuts may differ and the pictures be compared in detail; figures in docs/decisions/0020. By
 * itself it says little: of a million pairs of different roads some hundreds are that near.
 */
export const NEAR = 10

const SIDE = 320
/** Grey values of the picture without bars around it, reduced: hashes use 32 × 32 of them. */
export const greyPlane = async (picture: Buffer): Promise<Plane> => {
  const grey = sharp(picture).flatten({ background: '#ffffff' }).greyscale()
  const { data, info } = await grey
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return planeOf(withoutBars({ data, width: info.width, height: info.height }))
}

const GRID = 32
const FREQUENCIES = 8
const cosines = Array.from({ length: FREQUENCIES }, (_, u) =>
  Float64Array.from({ length: GRID }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * GRID))),
)

/**
 * pHash of a cut (C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010): which of the
 * lowest 8 × 8 frequencies of its 32 × 32 grey values lie above their median, as a signed 64-bit number. The mean of
 * the picture, its brightness, is not among them.
 * @param view the hash is that of the picture of which this one is a view: its frequencies are the same, with the sign
 *   of every second one changed and, after a quarter turn, with rows for columns
 */
export const hashOf = (plane: Plane, cut: Cut, view: View = 'upright'): bigint => {
  const frequencies = lowestFrequencies(cutMean(plane, cut, GRID))
  const { quarter, flipsAcross, flipsDown } = views[view]
  return bitsOf(
    frequencies.map((_, at) => {
      const [down, side] = [Math.floor(at / FREQUENCIES), at % FREQUENCIES]
      const value = frequencies[quarter ? side * FREQUENCIES + down : at]!
      return ((flipsAcross ? side : 0) + (flipsDown ? down : 0)) & 1 ? -value : value
    }),
  )
}

const bitsOf = (all: Float64Array): bigint => {
  const frequencies = all.subarray(1)
  const median = frequencies.toSorted()[frequencies.length >> 1]!
  let bits = 0n
  for (const frequency of frequencies) bits = (bits << 1n) | (frequency > median ? 1n : 0n)
  return BigInt.asIntN(64, bits)
}

/** DCT-II, first along the rows and then down the columns. */
const lowestFrequencies = (grey: Float64Array): Float64Array => {
  const rows = Float64Array.from({ length: GRID * FREQUENCIES }, (_, at) => {
    const [y, u] = [Math.floor(at / FREQUENCIES), at % FREQUENCIES]
    return sumTo(GRID, x => grey[y * GRID + x]! * cosines[u]![x]!)
  })
  return Float64Array.from({ length: FREQUENCIES * FREQUENCIES }, (_, at) => {
    const [v, u] = [Math.floor(at / FREQUENCIES), at % FREQUENCIES]
    return sumTo(GRID, y => rows[y * FREQUENCIES + u]! * cosines[v]![y]!)
  })
}

const sumTo = (count: number, term: (at: number) => number): number => {
  let sum = 0
  for (let at = 0; at < count; at++) sum += term(at)
  return sum
}

/** How many bits of two hashes differ. */
export const distance = (one: bigint, other: bigint): number => {
  let differing = BigInt.asUintN(64, one ^ other)
  let count = 0
  for (; differing > 0n; differing &= differing - 1n) count += 1
  return count
}

/** All hashes of a picture, in the order of {@link keptCuts} and of {@link looks}. */
export type Hashes = { kept: bigint[]; asked: bigint[] }

/** A picture of one shade has none: it looks like every other such picture. */
export const hashesOf = (plane: Plane): Hashes =>
  plane.flat
    ? { kept: [], asked: [] }
    : { kept: keptCuts.map(cut => hashOf(plane, cut)), asked: looks.map(({ cut, view }) => hashOf(plane, cut, view)) }
