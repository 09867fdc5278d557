import { z } from 'zod'

/** Height over width of the signing field: a household's name in one line, on a telephone held across. */
export const fieldRatio = 0.5

const point = z.tuple([z.int().min(0).max(1000), z.int().min(0).max(2000), z.int().min(0).max(3_600_000)])
export type InkPoint = z.output<typeof point>

/** Strokes of a finger on a field 1000 wide, each a list of [x, y, ms since the first touch]. */
export type Ink = InkPoint[][]

const longEnough = 150

export const inkSchema = z
  .array(z.array(point).min(1).max(1500))
  .min(1, '请在框内签名')
  .max(100, '笔画过多，请清除后重签')
  .refine(ink => ink.flat().length <= 5000, '笔画过多，请清除后重签')
  .refine(ink => inkLength(ink) >= longEnough, '笔迹太短，请完整签名')

/** How far the pen went while it was down, in units of the field. */
export const inkLength = (ink: Ink): number =>
  ink.reduce(
    (sum, stroke) =>
      sum + stroke.slice(1).reduce((part, [x, y], at) => part + Math.hypot(x - stroke[at]![0], y - stroke[at]![1]), 0),
    0,
  )

/** The strokes as an SVG path on the field; a touch that did not move is a dot. */
export const inkPath = (ink: Ink): string =>
  ink
    .map(stroke => {
      const [[x, y], ...rest] = stroke.map(([x, y]) => [x, y] as const) as [[number, number], ...[number, number][]]
      return `M${x} ${y}${rest.map(([x, y]) => `L${x} ${y}`).join('') || 'h1'}`
    })
    .join('')
