import sharp from 'sharp'

/** Numbers from 0 to 1 that a seed decides. */
const chance = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

/** A picture that looks like a place: sky, ground, houses, paths and a tree or two, with the grain of a telephone. */
export const scene = async (seed: number, width = 640, height = 480): Promise<Buffer> => {
  const next = chance(seed * 7919 + 1)
  const shade = () => `hsl(${Math.floor(next() * 360)} ${20 + next() * 40}% ${15 + next() * 65}%)`
  const [x, y] = [(share = 1) => next() * width * share, (share = 1) => next() * height * share]
  const houses = Array.from(
    { length: 3 + Math.floor(next() * 6) },
    () => `<rect x="${x()}" y="${y(0.8)}" width="${40 + x(0.3)}" height="${30 + y(0.4)}" fill="${shade()}"/>`,
  )
  const paths = Array.from(
    { length: 3 + Math.floor(next() * 4) },
    () => `<path d="M${x()} ${y()}L${x()} ${y()}L${x()} ${y()}Z" fill="${shade()}" opacity="${0.5 + next() / 2}"/>`,
  )
  const trees = Array.from(
    { length: 4 + Math.floor(next() * 8) },
    () => `<ellipse cx="${x()}" cy="${y()}" rx="${10 + x(0.12)}" ry="${10 + y(0.14)}" fill="${shade()}"/>`,
  )
  const horizon = 0.25 + next() * 0.35
  const ground = `<rect y="${height * horizon}" width="${width}" height="${height}" fill="${shade()}"/>`
  const sky = `<rect width="${width}" height="${height}" fill="hsl(205 40% ${60 + next() * 35}%)"/>`
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${sky}${ground}${[...houses, ...paths, ...trees].join('')}</svg>`
  const grain = { width, height, channels: 3 as const, noise: { type: 'gaussian' as const, mean: 128, sigma: 12 } }
  const noise = await sharp({ create: { ...grain, background: '#808080' } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  return sharp(Buffer.from(drawn))
    .composite([{ input: noise, blend: 'soft-light' }])
    .flatten()
    .jpeg({ quality: 88 })
    .toBuffer()
}

export const scenes = (count: number) => Array.from({ length: count }, (_, at) => scene(at + 1))

export const recompressed = (picture: Buffer) => sharp(picture).jpeg({ quality: 40 }).toBuffer()
export const smaller = (picture: Buffer) => sharp(picture).resize(360).jpeg({ quality: 70 }).toBuffer()
export const mirrored = (picture: Buffer) => sharp(picture).flop().jpeg({ quality: 90 }).toBuffer()
export const brighter = (picture: Buffer) => sharp(picture).modulate({ brightness: 1.15 }).jpeg().toBuffer()

/** Light and dark as in one scene, every detail as in another: two roads between fields. */
export const likeScene = async (seed: number, details: number): Promise<Buffer> => {
  const [light, fine] = [
    await sharp(await scene(seed))
      .blur(24)
      .toBuffer(),
    await scene(details),
  ]
  const around = await sharp(fine).blur(24).negate().ensureAlpha(0.5).png().toBuffer()
  // Half a picture and half the negative of its blur: grey but for its edges.
  const edges = await sharp(fine)
    .composite([{ input: around }])
    .png()
    .toBuffer()
  return sharp(light)
    .composite([{ input: edges, blend: 'hard-light' }])
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** With a line of the camera's in the corner. */
export const written = async (picture: Buffer) => {
  const { width, height } = await sharp(picture).metadata()
  const line = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${width * 0.03}" y="${height * 0.78}" width="${width * 0.4}" height="${height * 0.18}" fill="#123" opacity="0.6"/></svg>`
  return sharp(picture)
    .composite([{ input: Buffer.from(line) }])
    .jpeg()
    .toBuffer()
}

/** @param degrees a multiple of 90 */
export const turned = (degrees: number) => (picture: Buffer) => sharp(picture).rotate(degrees).jpeg().toBuffer()

/** Shown on an upright screen, with a clock in the bar above and a button in the one below. */
export const screenshot = async (picture: Buffer) => {
  const { width, height } = await sharp(picture).metadata()
  const bar = Math.round(width * 0.7)
  const signs = (high: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${high}"><rect x="10" y="8" width="30" height="9" fill="#fff"/><circle cx="${width / 2}" cy="${high - 40}" r="12" fill="#fff"/></svg>`
  return sharp(picture)
    .extend({ top: bar, bottom: bar, background: '#000' })
    .composite([{ input: Buffer.from(signs(height + 2 * bar)) }])
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** Without the given shares of the left, the top, the right and the bottom. */
export const cropped = async (picture: Buffer, [left, top, right, bottom]: [number, number, number, number]) => {
  const { width, height } = await sharp(picture).metadata()
  return sharp(picture)
    .extract({
      left: Math.round(width * left),
      top: Math.round(height * top),
      width: Math.floor(width * (1 - left - right)),
      height: Math.floor(height * (1 - top - bottom)),
    })
    .jpeg({ quality: 90 })
    .toBuffer()
}
