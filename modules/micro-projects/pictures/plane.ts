/** A part of a picture, as shares (0–1) of its width and height that are left out at each side. */
export type Cut = readonly [left: number, top: number, right: number, bottom: number]

/** A grey picture as sums over all rectangles from its corner, so that the mean of any rectangle costs four of them. */
export type Plane = { sums: Float64Array; width: number; height: number; flat: boolean }

/** Grey values (0–255) below which a picture has nothing on it to tell it by. */
const SHADES = 12

/** Grey values (0–255), row by row. */
export type Grey = { data: Uint8Array; width: number; height: number }

export const planeOf = ({ data, width, height }: Grey): Plane => {
  const sums = new Float64Array((width + 1) * (height + 1))
  let [darkest, brightest] = [255, 0]
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      const grey = data[y * width + x]!
      darkest = Math.min(darkest, grey)
      brightest = Math.max(brightest, grey)
      row += grey
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row
    }
  }
  return { sums, width, height, flat: brightest - darkest < SHADES }
}

/** Means of `grid` × `grid` equal rectangles of a cut, row by row: the cut resampled by area. */
export const cutMean = (plane: Plane, [left, top, right, bottom]: Cut, grid: number): Float64Array => {
  const step = { x: (plane.width * (1 - left - right)) / grid, y: (plane.height * (1 - top - bottom)) / grid }
  const corner = Float64Array.from({ length: (grid + 1) ** 2 }, (_, at) =>
    sumUpTo(
      plane,
      plane.width * left + step.x * (at % (grid + 1)),
      plane.height * top + step.y * Math.floor(at / (grid + 1)),
    ),
  )
  return Float64Array.from({ length: grid * grid }, (_, at) => {
    const here = Math.floor(at / grid) * (grid + 1) + (at % grid)
    const below = here + grid + 1
    return (corner[below + 1]! - corner[below]! - corner[here + 1]! + corner[here]!) / (step.x * step.y)
  })
}

/** The mean of a rectangle around a point; all in shares of width and height. What lies outside does not count. */
export const boxMean = (plane: Plane, x: number, y: number, across: number, down: number): number => {
  const [left, right] = [Math.max(0, x - across / 2) * plane.width, Math.min(1, x + across / 2) * plane.width]
  const [top, bottom] = [Math.max(0, y - down / 2) * plane.height, Math.min(1, y + down / 2) * plane.height]
  const sum =
    sumUpTo(plane, right, bottom) -
    sumUpTo(plane, right, top) -
    sumUpTo(plane, left, bottom) +
    sumUpTo(plane, left, top)
  return sum / ((right - left) * (bottom - top))
}

/** The sum from the corner to a point between pixels. */
const sumUpTo = ({ sums, width, height }: Plane, x: number, y: number): number => {
  const [column, row] = [Math.min(Math.floor(x), width - 1), Math.min(Math.floor(y), height - 1)]
  const [right, down] = [x - column, y - row]
  const above = row * (width + 1) + column
  const below = above + width + 1
  const upper = sums[above]! * (1 - right) + sums[above + 1]! * right
  const lower = sums[below]! * (1 - right) + sums[below + 1]! * right
  return upper * (1 - down) + lower * down
}
