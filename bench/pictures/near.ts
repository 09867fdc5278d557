import { greyPlane, type Hashes, hashesOf, type Plane } from '#modules/micro-projects/pictures/index.ts'
import { smallCopy } from './folder.ts'

/** Hashes as pairs of 32-bit words: counting their bits takes nanoseconds, where counting a bigint's takes microseconds. */
export type Words = { kept: Int32Array; asked: Int32Array }

const wordsOf = (hashes: bigint[]): Int32Array =>
  Int32Array.from(hashes.flatMap(hash => [Number(BigInt.asIntN(32, hash >> 32n)), Number(BigInt.asIntN(32, hash))]))

export const toWords = ({ kept, asked }: Hashes): Words => ({ kept: wordsOf(kept), asked: wordsOf(asked) })

/** What the product knows of a picture: its grey values and its hashes. */
export type Known = { plane: Plane; words: Words }

export const known = async (picture: Buffer): Promise<Known> => {
  const plane = await greyPlane(await smallCopy(picture))
  return { plane, words: toWords(hashesOf(plane)) }
}

const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** A kept hash that an asked one is near to, by their places in `keptCuts` and `looks`. */
export type Found = { look: number; cut: number; distance: number }

/** What `findNear` would find of one picture if the other were the only one kept: the nearest first. */
export const foundBetween = ({ asked }: Words, { kept }: Words, most: number): Found[] => {
  const found: Found[] = []
  for (let at = 0; at < asked.length; at += 2)
    for (let other = 0; other < kept.length; other += 2) {
      const distance = bitsIn(asked[at]! ^ kept[other]!) + bitsIn(asked[at + 1]! ^ kept[other + 1]!)
      if (distance <= most) found.push({ look: at / 2, cut: other / 2, distance })
    }
  return found.sort((one, other) => one.distance - other.distance)
}
