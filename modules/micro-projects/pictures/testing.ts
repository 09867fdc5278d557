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
