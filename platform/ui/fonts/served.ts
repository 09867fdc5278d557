import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const folder = dirname(require.resolve('@fontsource/noto-serif-sc/package.json'))
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }

/** Where the font files are served: the version stands in the address, so that browsers may keep them for ever. */
export const fontPath = `/assets/fonts/${version}`

/** 700 for headings, 400 for names and honours; no other weight is used. */
const weights = [400, 700]

/** The file of a served font, or undefined when no such name was offered. */
export const fontFile = (name: string): string | undefined =>
  /^noto-serif-sc-\w+-(400|700)-normal\.woff2$/.test(name) ? join(folder, 'files', name) : undefined

/**
 * The style sheet that offers the served fonts, each face for its own range of characters, so that a page loads only
 * what it shows. Both weights of a range stand together: compressed, the range costs once.
 */
export const fontStyles = (): string => {
  const faces = weights.map(readFaces)
  return faces[0]!.flatMap((_, place) => faces.map(ofWeight => ofWeight[place]!)).join('\n')
}

const readFaces = (weight: number) =>
  [...readFileSync(join(folder, `${weight}.css`), 'utf8').matchAll(/@font-face \{[^}]+\}/g)].map(([face]) =>
    face
      .replace(/, url\([^)]+\.woff\) format\('woff'\)/, '')
      .replace(/\.\/files/, fontPath)
      .replace(/\s+/g, ' '),
  )

/** Code points that the served fonts have a picture for. */
export const servedCodePoints = (): Set<number> => {
  const covered = new Set<number>()
  for (const [, ranges] of readFileSync(join(folder, '700.css'), 'utf8').matchAll(/unicode-range: ([^;]+);/g))
    for (const range of ranges!.split(',')) {
      const [first, last = first] = range.trim().slice('U+'.length).split('-')
      for (let point = Number.parseInt(first!, 16); point <= Number.parseInt(last!, 16); point++) covered.add(point)
    }
  return covered
}
