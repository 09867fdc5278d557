import sharp from 'sharp'
import { type Cut, cutMean, type Plane, planeOf } from './plane.ts'

type Trim = readonly [number, number]
const kept: readonly Trim[] = [
  [0, 0],
  [0, 0.12],
  [0.12, 0],
  [0.06, 0.06],
  [0.12, 0.12],
]
const asked: readonly Trim[] = [
  [0, 0],
  [0, 0.05],
  [0.05, 0],
]
const across = (trims: readonly Trim[]): Cut[] =>
  trims.flatMap(([top, bottom]) => trims.map(([left, right]): Cut => [left, top, right, bottom]))

/** The cuts that a picture is kept with, the whole first, so that copies without its margins are found again. */
export const keptCuts = across(kept)
/** The cuts that it is looked for with: between them and the kept ones lie all croppings up to 15 % a side. */
export const askedCuts = across(asked)

const whole: Cut = [0, 0, 0, 0]

/** Bits of 64 in which two cuts may differ and be one picture; figures in docs/decisions/0020. */
export const NEAR = 8

const SIDE = 320
/** Grey values of the picture, reduced: hashes use 32 × 32 of them. */
export const greyPlane = async (picture: Buffer): Promise<Plane> => {
  const grey = sharp(picture).flatten({ background: '#ffffff' }).greyscale()
  const { data, info } = await grey
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return planeOf(data, info)
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
 */
export const hashOf = (plane: Plane, cut: Cut): bigint => bitsOf(lowestFrequencies(cutMean(plane, cut, GRID)))

/** The hash of a cut as a mirror shows it: left and right change places where a wave along a row is odd. */
export const mirroredHashOf = (plane: Plane, cut: Cut): bigint =>
  bitsOf(lowestFrequencies(cutMean(plane, cut, GRID)).map((value, at) => ((at % FREQUENCIES) & 1 ? -value : value)))

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

export type Hashes = { kept: bigint[]; asked: bigint[] }

/** All hashes of a picture. A picture of one shade has none: it looks like every other such picture. */
export const hashesOf = async (picture: Buffer): Promise<Hashes> => {
  const plane = await greyPlane(picture)
  if (plane.flat) return { kept: [], asked: [] }
  const asked = askedCuts.map(cut => hashOf(plane, cut))
  // The whole alone is looked for mirrored as well: of mirrored copies that were cropped, the kept cuts find the most.
  return { kept: keptCuts.map(cut => hashOf(plane, cut)), asked: [...asked, mirroredHashOf(plane, whole)] }
}
