import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { distance, greyPlane, hashesOf, keptCuts, looks, NEAR } from './hash.ts'
import { brighter, cropped, mirrored, recompressed, scenes, screenshot, smaller, turned } from './testing.ts'

const hashed = async (picture: Buffer) => hashesOf(await greyPlane(picture))

const nearest = async (original: Buffer, copy: Buffer) => {
  const [{ kept }, { asked }] = [await hashed(original), await hashed(copy)]
  return Math.min(...asked.flatMap(one => kept.map(other => distance(one, other))))
}

describe('hashes of a picture', () => {
  const all = scenes(200)

  it('are those of the whole and of its cuts, each of 64 bits', { timeout: 180_000 }, async () => {
    const { kept, asked } = await hashed(await all[0]!)
    expect([kept.length, asked.length, asked[0] === kept[0]]).toEqual([keptCuts.length, looks.length, true])
    expect(kept.every(hash => BigInt.asIntN(64, hash) === hash)).toBe(true)
  })

  it.each([
    ['saved anew at a low quality', recompressed],
    ['made smaller', smaller],
    ['made brighter', brighter],
    ['mirrored and saved anew', async (picture: Buffer) => recompressed(await mirrored(picture))],
    ['turned to the right', turned(90)],
    ['turned upside down', turned(180)],
    ['turned to the left', turned(270)],
    ['taken off a telephone’s screen', screenshot],
    ['cropped by a quarter at one side', async (picture: Buffer) => cropped(picture, [0, 0, 0.25, 0])],
    ['cropped by a fifth at two sides', async (picture: Buffer) => cropped(picture, [0.2, 0.2, 0, 0])],
  ])('find a copy %s', async (_, change) => {
    for (const picture of await Promise.all(all.slice(0, 20)))
      expect(await nearest(picture, await change(picture))).toBeLessThanOrEqual(NEAR)
  })

  it('find nine of ten copies that lost up to 15 % at each side and were saved anew', async () => {
    const trims = [0, 0.04, 0.08, 0.11, 0.15]
    const copies = (await Promise.all(all.slice(0, 25))).map(async (picture, at) => {
      const cut = [0, 1, 2, 3].map(side => trims[(at * 7 + side * 3 + Math.floor(at / 5)) % 5]!)
      return nearest(picture, await recompressed(await cropped(picture, cut as [number, number, number, number])))
    })
    const found = (await Promise.all(copies)).filter(bits => bits <= NEAR)
    expect(found.length).toBeGreaterThanOrEqual(22)
  })

  it('find three of four copies that were mirrored, cropped at two sides and saved anew', async () => {
    const trims = [0.04, 0.08, 0.12]
    const copies = (await Promise.all(all.slice(0, 24))).map(async (picture, at) => {
      const [side, top] = [trims[at % 3]!, trims[(at >> 2) % 3]!]
      const cut: [number, number, number, number] = at % 2 ? [side, top, 0, 0] : [0, 0, side, top]
      return nearest(picture, await recompressed(await mirrored(await cropped(picture, cut))))
    })
    const found = (await Promise.all(copies)).filter(bits => bits <= NEAR)
    expect(found.length).toBeGreaterThanOrEqual(18)
  })

  it('of a picture without anything on it there are none', async () => {
    const blank = sharp({ create: { width: 300, height: 200, channels: 3, background: '#777' } })
    expect(await hashed(await blank.jpeg().toBuffer())).toEqual({ kept: [], asked: [] })
  })
})
