import type { Grey } from './plane.ts'

/** A line belongs to a bar if so many of its points have nearly its shade; a clock and signs on a screen are the rest. */
const MOST = 0.85
const NEARLY = 10
/** Bars are narrower than this share together, or the picture is a bar. */
const ALL = 0.9
/** Thinner edges are a cut's blur. */
const THIN = 0.015

/**
 * The picture without even bars at two opposite sides, such as a screenshot has or a frame: one bar alone may be a sky.
 * @returns the same picture where there are none
 */
export const withoutBars = (picture: Grey): Grey => {
  const tall = withoutRows(picture)
  const wide = withoutRows(transposed(tall))
  return transposed(wide)
}

const withoutRows = (picture: Grey): Grey => {
  const { data, width, height } = picture
  const [top, bottom] = [barFrom(picture, 0, 1), barFrom(picture, height - 1, -1)]
  const thin = Math.min(top.rows, bottom.rows) < Math.max(2, THIN * height)
  if (thin || top.rows + bottom.rows > ALL * height || Math.abs(top.shade - bottom.shade) > 2 * NEARLY) return picture
  const rest = height - top.rows - bottom.rows
  return { data: data.subarray(top.rows * width, (top.rows + rest) * width), width, height: rest }
}

/** How many rows from an edge are of the edge's shade. */
const barFrom = ({ data, width, height }: Grey, first: number, step: 1 | -1): { rows: number; shade: number } => {
  const shade = data.slice(first * width, (first + 1) * width).toSorted()[width >> 1]!
  let rows = 0
  for (let y = first; y >= 0 && y < height; y += step) {
    let near = 0
    for (let x = 0; x < width; x++) if (Math.abs(data[y * width + x]! - shade) <= NEARLY) near += 1
    if (near < MOST * width) break
    rows += 1
  }
  return { rows, shade }
}

const transposed = ({ data, width, height }: Grey): Grey => ({
  data: Uint8Array.from({ length: data.length }, (_, at) => data[(at % height) * width + Math.floor(at / height)]!),
  width: height,
  height: width,
})
