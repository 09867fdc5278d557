import sharp, { type Sharp } from 'sharp'

const drawnOver = async (picture: Buffer, draw: (width: number, height: number) => string): Promise<Sharp> => {
  const { width, height } = await sharp(picture).metadata()
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${draw(width, height)}</svg>`
  return sharp(picture).composite([{ input: Buffer.from(overlay) }])
}

/** Numbers in the corner, as cameras print the date. */
export const dateStamp = (picture: Buffer) =>
  drawnOver(
    picture,
    (width, height) =>
      `<text x="${width * 0.97}" y="${height * 0.95}" font-size="${width * 0.05}" text-anchor="end" fill="#ff9a1f">2026-11-21 10:24</text>`,
  )

/** Camera apps for building sites lay time, place and project over the lower left, on a dark board. */
export const siteBoard = (picture: Buffer) =>
  drawnOver(picture, (width, height) => {
    const [x, y, size] = [width * 0.03, height * 0.72, Math.min(width, height) * 0.045]
    const lines = ['10:24  2026.11.21', '示例街道示例村三组', '项目：村道硬化', '天气：晴 22℃']
    const text = lines.map((line, at) => `<text x="${x + size}" y="${y + size * (1.5 + at * 1.3)}">${line}</text>`)
    return `<rect x="${x}" y="${y}" width="${width * 0.4}" height="${size * 6.3}" fill="#123" opacity="0.6"/><g fill="#fff" font-size="${size}">${text.join('')}</g>`
  })

/** Pale words again and again, slanting. */
export const watermark = (picture: Buffer) =>
  drawnOver(picture, (width, height) => {
    const size = width * 0.06
    const words = Array.from({ length: 30 }, (_, at) => {
      const [x, y] = [((at % 5) * width) / 4 - width * 0.1, (Math.floor(at / 5) * height) / 4]
      return `<text x="${x}" y="${y}" transform="rotate(-30 ${x} ${y})">工程留痕</text>`
    })
    return `<g fill="#fff" opacity="0.4" font-size="${size}">${words.join('')}</g>`
  })
