import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ink, inkPath, inkSchema } from './ink.ts'
import { coarseShape, distance, isMark, isNearEqual, normalise, shapesNear } from './ink-shape.ts'

/** A made-up hand: strokes that wander over the field from left to right. */
const written = (seed: number, strokes = 28): Ink => {
  let state = seed * 2654435761 + 1
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
  return Array.from({ length: strokes }, (_, at) => {
    const [x, y] = [80 + (at * 800) / strokes, 100 + random() * 250]
    const [dx, dy, turn] = [random() * 160 - 60, random() * 260 - 130, random() * 80 - 40]
    return Array.from({ length: 12 }, (_, step) => {
      const share = step / 11
      const bend = Math.sin(share * Math.PI) * turn
      const clamp = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)))
      return [clamp(x + dx * share + bend, 1000), clamp(y + dy * share - bend, 500), at * 300 + step * 20]
    })
  })
}

const moved = (ink: Ink, scale: number, dx: number, dy: number, jitter = 0): Ink =>
  ink.map((stroke, s) =>
    stroke.map(([x, y, ms], at) => {
      const shake = jitter * (((s * 7 + at * 13) % 3) - 1)
      return [Math.round(x * scale + dx + shake), Math.round(y * scale + dy - shake), ms * 2]
    }),
  )

describe('near-equal signatures', () => {
  it('are found moved, resized, slower and shaken', () => {
    const ink = written(1)
    expect(isNearEqual(normalise(ink), normalise(moved(ink, 0.7, 90, 60, 2)))).toBe(true)
  })

  it('are not found between two hands', () => {
    const inks = Array.from({ length: 12 }, (_, seed) => normalise(written(seed + 10)))
    const pairs = inks.flatMap((one, i) => inks.slice(i + 1).map(other => isNearEqual(one, other)))
    expect(pairs.filter(Boolean)).toEqual([])
  })

  it('have a shape among those looked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 2 }),
        (seed, scale, jitter) => {
          const [ink, copy] = [written(seed), moved(written(seed), scale, 5, 5, jitter)]
          expect(distance(normalise(ink), normalise(copy))).toBeLessThan(0.05)
          expect(shapesNear(copy)).toContain(coarseShape(ink))
        },
      ),
      // A key is a help to find candidates, not a promise: one in thousands lies beyond the border that is looked across.
      { seed: 4, numRuns: 300 },
    )
  })

  it('lie as far from one another as from one another the other way round', () => {
    const [one, other] = [normalise(written(3)), normalise(written(4))]
    expect(distance(one, other)).toBeCloseTo(distance(other, one), 10)
    expect(distance(one, one)).toBe(0)
  })
})

it('knows a cross or a circle, which people who do not write have in common, from a name', () => {
  const cross: Ink = [
    [
      [100, 100, 0],
      [400, 400, 200],
    ],
    [
      [400, 100, 400],
      [100, 400, 600],
    ],
  ]
  const circle: Ink = [
    Array.from({ length: 40 }, (_, at) => [
      Math.round(500 + 200 * Math.cos(at / 6.2)),
      Math.round(250 + 200 * Math.sin(at / 6.2)),
      at * 20,
    ]),
  ]
  expect([cross, circle, written(2)].map(isMark)).toEqual([true, true, false])
})

describe('what a telephone sends', () => {
  const messageOf = (ink: unknown) => inkSchema.safeParse(ink).error?.issues[0]?.message

  it('is a signature, and no dot', () => {
    expect(messageOf(written(1))).toBeUndefined()
    expect(messageOf([[[5, 5, 0]]])).toBe('笔迹太短，请完整签名')
    expect(messageOf([])).toBe('请在框内签名')
  })

  it.each([[[[[1001, 0, 0]]]], [[[[0, -1, 0]]]], [[[[Number.NaN, 0, 0]]]], ['<svg>'], [[[['1', 2, 3]]]]])(
    'is refused off the field: %j',
    ink => {
      expect(inkSchema.safeParse(ink).success).toBe(false)
    },
  )

  it('is drawn as a path, a touch as a dot', () => {
    expect(
      inkPath([
        [
          [1, 2, 0],
          [3, 4, 9],
        ],
        [[5, 6, 20]],
      ]),
    ).toBe('M1 2L3 4M5 6h1')
  })
})
