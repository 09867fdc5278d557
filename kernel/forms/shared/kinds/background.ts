/** An image as raw pixels, four bytes each (red, green, blue, alpha). */
export type Pixels = { data: ArrayLike<number>; width: number; height: number }

type Rgb = [red: number, green: number, blue: number]

const BORDER = 0.05

/** Pixels of the outer 5 % at the top, left and right; the bottom belongs to the shoulders. */
function* border({ data, width, height }: Pixels): Generator<Rgb> {
  const band = Math.max(1, Math.round(Math.min(width, height) * BORDER))
  for (let y = 0; y < height * 0.6; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (y >= band && x >= band && x < width - band) continue
      const at = (y * width + x) * 4
      yield [data[at]!, data[at + 1]!, data[at + 2]!]
    }
  }
}

/** Blue of an identity photo: hue 200°–230°, saturation (HSV) above 0.35 (R000-21). */
const isBlue = ([red, green, blue]: Rgb): boolean => {
  const max = Math.max(red, green, blue)
  const spread = max - Math.min(red, green, blue)
  if (max !== blue || spread === 0 || spread / max <= 0.35) return false
  const hue = 240 + (60 * (red - green)) / spread
  return hue >= 200 && hue <= 230
}

const linear = (value: number) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
const cube = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)

/** White: CIE L* above 90 and chroma below 8, D65 (R003-24). */
const isWhite = (rgb: Rgb): boolean => {
  const [r, g, b] = rgb.map(linear) as Rgb
  const x = cube((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = cube(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = cube((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return 116 * y - 16 > 90 && Math.hypot(500 * (x - y), 200 * (y - z)) < 8
}

/** Share (0–1) of the photo's border that is blue, and that is white. */
export const backgroundShares = (pixels: Pixels): { blueShare: number; whiteShare: number } => {
  let [all, blue, white] = [0, 0, 0]
  for (const rgb of border(pixels)) {
    all += 1
    if (isBlue(rgb)) blue += 1
    if (isWhite(rgb)) white += 1
  }
  return all === 0 ? { blueShare: 0, whiteShare: 0 } : { blueShare: blue / all, whiteShare: white / all }
}
