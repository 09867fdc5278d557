import sharp from 'sharp'
import { qrPicture } from '#kernel/documents/index.ts'

/** What a small work does to a place. */
export type Scene = 'road' | 'lamp' | 'ditch' | 'bench' | 'wall'

const chance = (seed: number) => {
  let state = (seed * 2654435761 + 12345) % 2 ** 31
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 31
  }
}

const times = (count: number, draw: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => draw(at)).join('')

/** Hills and houses behind the place: the same before and after, and another for each seed. */
const behind = (seed: number) => {
  const next = chance(seed)
  const hill = `<path d="M0 330C${200 + next() * 200} ${150 + next() * 120} ${500 + next() * 200} ${180 + next() * 140} 1200 320V500H0Z" fill="hsl(${90 + next() * 50} 25% ${45 + next() * 20}%)"/>`
  const house = () => {
    const [x, y, w] = [next() * 1000, 250 + next() * 70, 120 + next() * 120]
    return `<rect x="${x}" y="${y}" width="${w}" height="130" fill="hsl(${20 + next() * 25} 20% ${70 + next() * 20}%)"/>
      <path d="M${x - 14} ${y}l${w / 2 + 14} -50l${w / 2 + 14} 50z" fill="hsl(${next() * 30} 30% 35%)"/>`
  }
  const tree = () => {
    const [x, y, r] = [next() * 1200, 300 + next() * 60, 30 + next() * 40]
    return `<rect x="${x - 5}" y="${y}" width="10" height="90" fill="#5d4630"/><circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${95 + next() * 30} 30% 32%)"/>`
  }
  return hill + times(3, house) + times(4, tree)
}

/** Walls, sheds and bushes close by, dark and light, so that no two places look alike even to a coarse eye. */
const close = (seed: number) => {
  const next = chance(seed * 977 + 3)
  const shape = () => {
    const [x, y, w, h] = [next() * 1100, 40 + next() * 760, 90 + next() * 320, 80 + next() * 300]
    const fill = `hsl(${next() * 360} ${10 + next() * 25}% ${next() < 0.5 ? 12 + next() * 18 : 72 + next() * 22}%)`
    return next() < 0.6
      ? `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}" fill="${fill}"/>`
  }
  return times(6, shape)
}

/** Where the one who takes the picture stands. */
const turned = (seed: number, layers: string) => {
  const next = chance(seed * 131 + 11)
  return `<g transform="translate(${next() * 360 - 180} ${next() * 200 - 100}) rotate(${next() * 16 - 8} 600 600) scale(${0.75 + next() * 0.5})">${layers}</g>`
}

const rough = (seed: number, fill: string) => {
  const next = chance(seed + 7)
  const blot = () =>
    `<ellipse cx="${next() * 1200}" cy="${480 + next() * 380}" rx="${30 + next() * 110}" ry="${12 + next() * 34}" fill="${fill}" opacity="${0.5 + next() / 2}"/>`
  return times(26, blot)
}

const works: Record<Scene, { before: (seed: number) => string; after: string }> = {
  road: {
    before: seed => `<path d="M380 430h300l380 470H60Z" fill="#6b5b45"/>${rough(seed, '#3d3226')}`,
    after: `<path d="M380 430h300l380 470H60Z" fill="#d3d2ce"/><path d="M525 440h14l40 450h-90z" fill="#fff"/>`,
  },
  lamp: {
    before: () => `<rect y="0" width="1200" height="900" fill="#10141f" opacity=".72"/>`,
    after: `<rect x="560" y="170" width="18" height="640" fill="#444"/><path d="M569 180h170v16H569z" fill="#444"/>
      <path d="M660 200h90l260 640H400z" fill="#ffeaa0" opacity=".55"/><ellipse cx="705" cy="830" rx="330" ry="54" fill="#ffe27a" opacity=".8"/>`,
  },
  ditch: {
    before: seed => `<path d="M470 430h130l240 470H320Z" fill="#2f2a20"/>${rough(seed, '#4d6b2c')}`,
    after: `<path d="M440 430h190l300 470H240Z" fill="#c9c7c0"/><path d="M500 430h70l150 470H430Z" fill="#6fa8c9"/>`,
  },
  bench: {
    before: seed => `<rect y="600" width="1200" height="300" fill="#8a7a58"/>${rough(seed, '#5c6b34')}`,
    after: `<rect y="600" width="1200" height="300" fill="#d8cfbd"/><rect x="220" y="600" width="760" height="46" fill="#7b3f22"/>
      <rect x="260" y="640" width="40" height="150" fill="#5a2d18"/><rect x="900" y="640" width="40" height="150" fill="#5a2d18"/><rect x="220" y="470" width="760" height="40" fill="#7b3f22"/>`,
  },
  wall: {
    before: seed => `<rect x="80" y="360" width="1040" height="440" fill="#8d8577"/>${rough(seed, '#57503f')}`,
    after: `<rect x="80" y="360" width="1040" height="440" fill="#f6f1e4"/><circle cx="400" cy="560" r="120" fill="#d9534a"/>
      <path d="M560 700c80-240 240-240 360 0z" fill="#4f8f5b"/><path d="M80 360h1040v30H80z" fill="#a33"/>`,
  },
}

const picture = (sky: string, ground: string, layers: string) => `
  <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900">
    <rect width="1200" height="900" fill="${sky}"/><rect y="420" width="1200" height="480" fill="${ground}"/>${layers}</svg>`

/** The place before or after the work, drawn, so that nobody's village is shown. */
export const sceneJpeg = (scene: Scene, seed: number, when: 'before' | 'after'): Promise<Buffer> => {
  const work = when === 'before' ? works[scene].before(seed) : works[scene].after
  const layers = behind(seed) + close(seed) + turned(when === 'before' ? seed : seed + 500, work)
  const svg = when === 'before' ? picture('#b9c3c9', '#8c8f6a', layers) : picture('#a9d4ef', '#9cbf76', layers)
  return jpeg(svg)
}

export const jpeg = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()

/**
 * A sheet of paper with lines of handwriting on it: a signature sheet, a receipt, a notice on its board.
 * @param code what the QR code at its foot says
 */
export const sheetJpeg = async (
  kind: 'signatures' | 'receipt' | 'notice',
  seed: number,
  code?: string,
): Promise<Buffer> => {
  const next = chance(seed * 31 + kind.length)
  const scrawl = (at: number) => {
    const y = 150 + at * 44
    return `<path d="M${90 + next() * 40} ${y}q30 ${-20 - next() * 20} 60 0t60 0t${40 + next() * 60} 4" fill="none" stroke="#223" stroke-width="${2 + next() * 2}"/>
      <path d="M60 ${y + 14}h720" stroke="#999"/>`
  }
  const board = kind === 'notice' ? '<rect width="840" height="1100" fill="#7d2b22"/>' : ''
  const png = code && Buffer.from(await qrPicture(code)).toString('base64')
  const printed = png ? `<image x="650" y="910" width="120" height="120" href="data:image/png;base64,${png}"/>` : ''
  return jpeg(`<svg xmlns="http://www.w3.org/2000/svg" width="840" height="1100" viewBox="0 0 840 1100">${board}
    <rect x="${30 + next() * 20}" y="${30 + next() * 20}" width="760" height="1020" fill="hsl(${40 + next() * 20} 20% ${90 + next() * 8}%)"/>
    <rect x="260" y="70" width="320" height="${18 + next() * 14}" fill="#b22"/>${times(8 + Math.floor(next() * 12), scrawl)}${printed}</svg>`)
}
