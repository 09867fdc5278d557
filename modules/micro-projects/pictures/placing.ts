import type { Cut } from './plane.ts'
import { type View, views } from './view.ts'

/** Where a point of one picture (across and down, as shares of width and height) lies in another: an affine map. */
export type Placing = readonly [x: number, xAcross: number, xDown: number, y: number, yAcross: number, yDown: number]

/** The placing under which one picture's cut, seen in a view, lies on another picture's cut. */
export const placingOf = (asked: Cut, kept: Cut, view: View): Placing => {
  const { quarter, flipsAcross, flipsDown } = views[view]
  const [across, down] = [axis(asked[0], asked[2]), axis(asked[1], asked[3])]
  const [x, xSlope] = onto(quarter ? down : across, kept[0], kept[2], flipsAcross)
  const [y, ySlope] = onto(quarter ? across : down, kept[1], kept[3], flipsDown)
  return quarter ? [x, 0, xSlope, y, ySlope, 0] : [x, xSlope, 0, y, 0, ySlope]
}

/** Offset and slope: a line of one coordinate. */
type Line = readonly [offset: number, slope: number]

const axis = (before: number, after: number): Line => [-before / (1 - before - after), 1 / (1 - before - after)]

const onto = ([offset, slope]: Line, before: number, after: number, flips: boolean): Line => {
  const length = 1 - before - after
  return flips ? [before + length * (1 - offset), -length * slope] : [before + length * offset, length * slope]
}

/** The placing moved, stretched or turned a little about the middle, in every way. */
export const nearPlacings = (placing: Placing, step: number): Placing[] =>
  ways.flatMap(way =>
    [-step, step].map(by => {
      const [x, xAcross, xDown, y, yAcross, yDown] = placing
      const [dx, dxAcross, dxDown, dy, dyAcross, dyDown] = way
      return [
        x + by * dx,
        xAcross + by * dxAcross,
        xDown + by * dxDown,
        y + by * dy,
        yAcross + by * dyAcross,
        yDown + by * dyDown,
      ] as const
    }),
  )

const ways: readonly Placing[] = [
  [1, 0, 0, 0, 0, 0],
  [0, 0, 0, 1, 0, 0],
  [-0.5, 1, 0, 0, 0, 0],
  [0, 0, 0, -0.5, 0, 1],
  [-0.5, 0, 1, 0.5, -1, 0],
  [-0.5, 0, 1, 0, 0, 0],
  [0, 0, 0, -0.5, 1, 0],
]
