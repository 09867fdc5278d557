/** RGB bytes, three a pixel, row by row. */
export type Pixels = { data: Uint8Array; width: number; height: number }

const BAND = 0.05

/** Shares of blue and of white in the outer 5 % at the top, left and right: where a portrait shows its background. */
export const backgroundShares = ({ data, width, height }: Pixels): { blueShare: number; whiteShare: number } => {
  const margin = { x: Math.max(1, Math.round(width * BAND)), y: Math.max(1, Math.round(height * BAND)) }
  let [total, blue, white] = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (y >= margin.y && x >= margin.x && x < width - margin.x) continue
      const at = (y * width + x) * 3
      const [r, g, b] = [data[at]! / 255, data[at + 1]! / 255, data[at + 2]! / 255]
      total += 1
      if (isBlue(r, g, b)) blue += 1
      if (isWhite(r, g, b)) white += 1
    }
  }
  return { blueShare: round(blue / total), whiteShare: round(white / total) }
}

const round = (share: number) => Math.round(share * 1000) / 1000

/** Hue 200–230° and saturation above 0.35 (HSV). */
const isBlue = (r: number, g: number, b: number): boolean => {
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)]
  if (b !== max || max === 0 || (max - min) / max <= 0.35) return false
  const hue = 240 + (60 * (r - g)) / (max - min)
  return hue >= 200 && hue <= 230
}

/** CIELAB (D65) lightness above 90 and chroma below 8. */
const isWhite = (r: number, g: number, b: number): boolean => {
  const [R, G, B] = [linear(r), linear(g), linear(b)]
  const x = cube((0.4124 * R + 0.3576 * G + 0.1805 * B) / 0.9505)
  const y = cube(0.2126 * R + 0.7152 * G + 0.0722 * B)
  const z = cube((0.0193 * R + 0.1192 * G + 0.9505 * B) / 1.089)
  return 116 * y - 16 > 90 && Math.hypot(500 * (x - y), 200 * (y - z)) < 8
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const cube = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)
