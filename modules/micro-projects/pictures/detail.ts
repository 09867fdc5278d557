import { boxMean, type Plane } from './plane.ts'

/** What of a picture stays in any light: how much lighter each field is than what is around it, -1 to 1. */
export type Detail = { values: Float32Array; columns: number; rows: number }

/** Grey values of difference that count half as much as the strongest edge. */
const FAINT = 6
/** How many times wider than a field that is which it is compared with. */
const AROUND = 4

/** @param across width of a field as a share of the picture's; fields are taken so densely that they half overlap */
export const detailOf = (plane: Plane, across: number, down: number): Detail => {
  const [columns, rows] = [Math.round(2 / across), Math.round(2 / down)]
  const values = Float32Array.from({ length: columns * rows }, (_, at) => {
    const [x, y] = [((at % columns) + 0.5) / columns, (Math.floor(at / columns) + 0.5) / rows]
    const lighter = boxMean(plane, x, y, across, down) - boxMean(plane, x, y, AROUND * across, AROUND * down)
    return lighter / (Math.abs(lighter) + FAINT)
  })
  return { values, columns, rows }
}

/** The value at a point given in shares of width and height, between the four fields around it. */
export const valueAt = ({ values, columns, rows }: Detail, x: number, y: number): number => {
  const [right, down] = [Math.max(0, x * columns - 0.5), Math.max(0, y * rows - 0.5)]
  const [column, row] = [Math.min(Math.floor(right), columns - 2), Math.min(Math.floor(down), rows - 2)]
  const [byColumn, byRow] = [Math.min(1, right - column), Math.min(1, down - row)]
  const at = row * columns + column
  const above = values[at]! * (1 - byColumn) + values[at + 1]! * byColumn
  const below = values[at + columns]! * (1 - byColumn) + values[at + columns + 1]! * byColumn
  return above * (1 - byRow) + below * byRow
}
