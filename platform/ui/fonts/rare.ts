import { createRequire } from 'node:module'
import { limitedWorker } from '../../sandbox/index.ts'
import { servedCodePoints } from './served.ts'

const require = createRequire(import.meta.url)

/**
 * Rare characters of names (䶮, 㛃, 𠮷 …) are missing in the served fonts. The complete font has 15 MB, so each block of
 * 256 code points is cut out of it when a page first shows one of them.
 */
export const rareFamily = 'Noto Serif SC Rare'

const BLOCK = 256
const ranges = [
  { first: 0x3400, last: 0x9fff },
  { first: 0x20000, last: 0x2a6ff },
]

/** The style sheet of the rare blocks; browsers come to them only after the families before it in `--serif`. */
export const rareStyles = (path: string): string =>
  ranges
    .flatMap(({ first, last }) => Array.from({ length: (last + 1 - first) / BLOCK }, (_, n) => first + n * BLOCK))
    .map(
      start =>
        `@font-face { font-family: '${rareFamily}'; font-display: swap; src: url(${path}/rare-${start.toString(16)}.woff2) format('woff2'); unicode-range: U+${start.toString(16)}-${(start + BLOCK - 1).toString(16)}; }`,
    )
    .join('\n')

const blocks = new Map<number, Promise<Uint8Array>>()

/** The font of one block: what the served fonts lack of it. Undefined for an address that was never offered. */
export const rareBlock = (name: string): Promise<Uint8Array> | undefined => {
  const start = Number.parseInt(/^rare-([0-9a-f]{4,5})\.woff2$/.exec(name)?.[1] ?? '', 16)
  const offered = start % BLOCK === 0 && ranges.some(({ first, last }) => start >= first && start <= last)
  if (!offered) return undefined
  return blocks.get(start) ?? cutOnce(start)
}

const cutOnce = (start: number): Promise<Uint8Array> => {
  const block = cut(start)
  blocks.set(start, block)
  block.catch(() => blocks.delete(start))
  return block
}

let served: Set<number> | undefined

/** One block at a time: a page full of rare names must not take the whole machine. */
const cut = (start: number): Promise<Uint8Array> => {
  served ??= servedCodePoints()
  const missing = Array.from({ length: BLOCK }, (_, n) => start + n).filter(point => !served!.has(point))
  return inThread({ file: completeFont(), text: String.fromCodePoint(...missing) })
}

const completeFont = () => require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')

const inThread = limitedWorker<{ file: string; text: string }, Uint8Array>({
  script: new URL('./cut-worker.ts', import.meta.url),
  seconds: 30,
  memoryMb: 512,
  atOnce: 1,
  tooHeavy: () => new Error('a rare block took too long to cut'),
})
