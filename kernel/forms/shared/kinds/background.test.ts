import { describe, expect, it } from 'vitest'
import { backgroundShares } from './background.ts'

/** A 100 × 140 picture: the ground in one colour, a darker oval of a person in the middle. */
const portrait = (red: number, green: number, blue: number) => {
  const [width, height] = [100, 140]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const person = Math.hypot((x - 50) / 30, (y - 90) / 70) < 1
      data.set(person ? [60, 40, 30, 255] : [red, green, blue, 255], (y * width + x) * 4)
    }
  }
  return { data, width, height }
}

describe('the ground of a photo', () => {
  it.each([
    ['blue', [67, 142, 219], { blueShare: 1, whiteShare: 0 }],
    ['white', [250, 250, 250], { blueShare: 0, whiteShare: 1 }],
    ['red', [200, 20, 30], { blueShare: 0, whiteShare: 0 }],
    ['pale yellow', [255, 250, 220], { blueShare: 0, whiteShare: 0 }],
  ] as const)('%s', (_, [red, green, blue], shares) => {
    expect(backgroundShares(portrait(red, green, blue))).toEqual(shares)
  })
})
