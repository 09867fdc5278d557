import { printable } from '../printable.ts'

/** Text as a typst string: whatever it holds, it is shown and never run. */
export const literal = (text: string): string => `"${printable(text).replace(/["\\]/g, char => `\\${char}`)}"`

const number = (value: number): string => String(Number(value.toFixed(3)))

/** Points as a typst length. */
export const pt = (points: number): string => `${number(points)}pt`

/** Millimetres as a typst length. */
export const mm = (length: number): string => `${number(length)}mm`

/** RRGGBB as a typst colour. */
export const rgb = (color: string): string => `rgb("${color.replace(/[^0-9A-Fa-f]/g, '')}")`

/** A line of a weight in mm; none for 0. */
export const stroke = (weight: number, color = '000000', dashed = false): string =>
  weight === 0 ? 'none' : `(paint: ${rgb(color)}, thickness: ${mm(weight)}${dashed ? ', dash: "dashed"' : ''})`
