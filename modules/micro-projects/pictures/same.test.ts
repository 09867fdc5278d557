import { describe, expect, it } from 'vitest'
import { distance, greyPlane, hashesOf, NEAR } from './hash.ts'
import { isSame } from './same.ts'
import {
  brighter,
  cropped,
  likeScene,
  mirrored,
  recompressed,
  scenes,
  screenshot,
  smaller,
  turned,
  written,
} from './testing.ts'

/** How near the hashes of two pictures are, and whether their detail then says that they are the same. */
const compared = async (original: Buffer, copy: Buffer) => {
  const [kept, asked] = [await greyPlane(original), await greyPlane(copy)]
  const [keptHashes, askedHashes] = [hashesOf(kept).kept, hashesOf(asked).asked]
  const found = askedHashes
    .flatMap((one, look) => keptHashes.map((other, cut) => ({ look, cut, distance: distance(one, other) })))
    .toSorted((one, other) => one.distance - other.distance)
  return { bits: found[0]!.distance, same: isSame(asked, kept, found) }
}

describe('a picture is the same', () => {
  it.each([
    ['saved anew', recompressed],
    ['smaller', smaller],
    ['brighter', brighter],
    ['mirrored', mirrored],
    ['turned', turned(90)],
    ['upside down', turned(180)],
    ['written over', written],
    ['on a screen', screenshot],
    ['cropped and saved anew', async (picture: Buffer) => recompressed(await cropped(picture, [0.2, 0, 0, 0.1]))],
  ])('%s', async (_, change) => {
    for (const picture of await Promise.all(scenes(2)))
      expect((await compared(picture, await change(picture))).same).toBe(true)
  })

  it('and not another one whose light and dark lie alike', async () => {
    for (const seed of [1, 2, 3]) {
      const { bits, same } = await compared(await likeScene(seed, seed + 100), await likeScene(seed, seed + 200))
      expect([bits <= NEAR, same]).toEqual([true, false])
    }
  })

  it('and no two of many', { timeout: 60_000 }, async () => {
    const all = await Promise.all(scenes(4))
    for (const [at, one] of all.entries())
      for (const other of all.slice(0, at)) expect((await compared(one, other)).same).toBe(false)
  })
})
