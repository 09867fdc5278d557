import sharp, { type Sharp } from 'sharp'
import { dateStamp, siteBoard, watermark } from './overlays.ts'

/** What a person may do to a photograph before handing it in once more; takes and gives a picture file. */
export type Attack = { name: string; change: (picture: Buffer) => Promise<Buffer> }

/** Shares (0–1) of the width or height that are cut away at the left, the top, the right and the bottom. */
type Margins = readonly [left: number, top: number, right: number, bottom: number]

const saved = (picture: Sharp, quality = 85) => picture.jpeg({ quality }).toBuffer()

const sizeOf = async (picture: Buffer) => {
  const { width, height } = await sharp(picture).metadata()
  return { width, height }
}

export const cropped = async (picture: Buffer, [left, top, right, bottom]: Margins, quality?: number) => {
  const { width, height } = await sizeOf(picture)
  const rest = {
    left: Math.round(width * left),
    top: Math.round(height * top),
    width: Math.floor(width * (1 - left - right)),
    height: Math.floor(height * (1 - top - bottom)),
  }
  return saved(sharp(picture).extract(rest), quality)
}

/** Turned and cut to the largest upright rectangle of the same proportions that holds no corner of the canvas. */
const turned = async (picture: Buffer, degrees: number) => {
  const { width, height } = await sizeOf(picture)
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const share = 1 / Math.max(cosine + (height / width) * sine, cosine + (width / height) * sine)
  const canvas = await sharp(picture).rotate(degrees).jpeg({ quality: 92 }).toBuffer()
  const whole = await sizeOf(canvas)
  const rest = { width: Math.floor(width * share), height: Math.floor(height * share) }
  const [left, top] = [Math.floor((whole.width - rest.width) / 2), Math.floor((whole.height - rest.height) / 2)]
  return saved(sharp(canvas).extract({ left, top, ...rest }))
}

/** On a telephone's screen of 9 : 19.5: bars above and below, or at both sides of an upright picture. */
const screenshot = async (picture: Buffer, background: string) => {
  const { width, height } = await sizeOf(picture)
  const [screenWidth, screenHeight] = [width, Math.max(Math.round((width * 19.5) / 9), height)]
  const above = Math.floor((screenHeight - height) / 2)
  const below = screenHeight - height - above
  return saved(sharp(picture).extend({ top: above, bottom: below, background }).resize({ width: screenWidth }), 80)
}

const framed = async (picture: Buffer, share: number, background: string) => {
  const { width } = await sizeOf(picture)
  const edge = Math.round(width * share)
  return saved(sharp(picture).extend({ top: edge, bottom: edge, left: edge, right: edge, background }))
}

const attack = (name: string, change: Attack['change']): Attack => ({ name, change })
const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
const shares = [0.05, 0.1, 0.15, 0.2, 0.25]

const crops = shares.flatMap(share => [
  attack(`crop ${percent(share)} at the bottom`, picture => cropped(picture, [0, 0, 0, share])),
  attack(`crop ${percent(share)} at the left`, picture => cropped(picture, [share, 0, 0, 0])),
  attack(`crop ${percent(share)} at two sides`, picture => cropped(picture, [0, share, share, 0])),
  attack(`crop ${percent(share)} of both dimensions, around`, picture => {
    const side = share / 2
    return cropped(picture, [side, side, side, side])
  }),
  attack(`crop ${percent(share)} at the right + q40`, picture => cropped(picture, [0, 0, share, 0], 40)),
])

const tones = [
  attack('brightness +20 %', picture => saved(sharp(picture).modulate({ brightness: 1.2 }))),
  attack('brightness −30 %', picture => saved(sharp(picture).modulate({ brightness: 0.7 }))),
  attack('contrast × 1.4', picture => saved(sharp(picture).linear(1.4, -51))),
  attack('contrast × 0.6', picture => saved(sharp(picture).linear(0.6, 51))),
  attack('warm white balance', picture => saved(sharp(picture).toColourspace('srgb').removeAlpha().recomb(warm))),
  attack('grey', picture => saved(sharp(picture).greyscale())),
]
const warm: [[number, number, number], [number, number, number], [number, number, number]] = [
  [1.2, 0, 0],
  [0, 1, 0],
  [0, 0, 0.75],
]

/** Those of the issue and of R004-04, one by one and together. */
export const attacks: Attack[] = [
  ...[80, 60, 40, 30].map(quality => attack(`q${quality}`, picture => saved(sharp(picture), quality))),
  ...[0.5, 0.25].map(share =>
    attack(`scaled to ${percent(share)}`, async picture =>
      saved(sharp(picture).resize({ width: Math.round((await sizeOf(picture)).width * share) })),
    ),
  ),
  ...crops,
  attack('mirrored', picture => saved(sharp(picture).flop())),
  attack('mirrored + crop 10 % at one side + q40', async picture =>
    saved(sharp(await cropped(picture, [0.1, 0, 0, 0], 92)).flop(), 40),
  ),
  attack('mirrored + crop 10 % at two sides + q40', async picture =>
    saved(sharp(await cropped(picture, [0.1, 0.1, 0, 0], 92)).flop(), 40),
  ),
  ...tones,
  attack('date stamp', async picture => saved(await dateStamp(picture))),
  attack('site board of a camera app', async picture => saved(await siteBoard(picture))),
  attack('watermark across', async picture => saved(await watermark(picture))),
  ...[1, 2, 3, 5].map(degrees => attack(`turned ${degrees}°`, picture => turned(picture, degrees))),
  attack('turned 90°', picture => saved(sharp(picture).rotate(90))),
  attack('turned 270°', picture => saved(sharp(picture).rotate(270))),
  attack('turned 180°', picture => saved(sharp(picture).rotate(180))),
  attack('screenshot, black', picture => screenshot(picture, '#000000')),
  attack('screenshot, white', picture => screenshot(picture, '#ffffff')),
  attack('white frame 5 %', picture => framed(picture, 0.05, '#ffffff')),
  attack('screenshot + crop 10 % + q40', async picture =>
    saved(sharp(await screenshot(await cropped(picture, [0, 0, 0.1, 0]), '#000000')), 40),
  ),
  attack('date stamp + crop 10 % + q40 + half', async picture => {
    const stamped = await saved(await dateStamp(picture))
    const { width } = await sizeOf(picture)
    return saved(sharp(await cropped(stamped, [0, 0.1, 0, 0])).resize({ width: Math.round(width / 2) }), 40)
  }),
]
