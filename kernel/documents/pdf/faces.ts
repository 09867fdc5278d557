import { FANGSONG, HEITI, KAITI, SONGTI, TIMES, XIAOBIAOSONG } from '../profiles.ts'
import { literal } from './literal.ts'

/** Free faces that come with the product; they hold every character of 通用规范汉字表 and Extension A. */
export const SERIF = 'Noto Serif SC'
export const SANS = 'Noto Sans SC'
/** Holds what Extension B has for names (𠮷). */
const RARE = 'Noto Serif JP'
/** Of the same widths as Times New Roman. */
const ROMAN = 'Tinos'

type Face = { /** Names under which systems have it. */ names: string[]; free: string; weight?: number }

const FACES: Record<string, Face> = {
  [FANGSONG]: { names: ['仿宋_GB2312', 'FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong'], free: SERIF },
  [KAITI]: { names: ['楷体_GB2312', 'KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti'], free: SERIF },
  [HEITI]: { names: ['SimHei', '黑体', 'STHeiti'], free: SANS },
  [SONGTI]: { names: ['SimSun', '宋体', 'STSong'], free: SERIF },
  [XIAOBIAOSONG]: {
    names: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋_GBK'],
    free: SERIF,
    weight: 700,
  },
  [TIMES]: { names: ['Times New Roman'], free: ROMAN },
}

/** Every name to be looked for on the host. */
export const OFFICIAL_NAMES = Object.values(FACES).flatMap(({ names }) => names)

/** What a name of a font becomes here: the host's own face, or a free one in its place. */
export type Found = { family: string; weight: number; substituted: boolean }

/** @param missing families that the host does not have */
export const faceFor = (font: string, missing: ReadonlySet<string>): Found => {
  const face = FACES[font]
  if (!face) return { family: missing.has(font) ? SERIF : font, weight: 400, substituted: missing.has(font) }
  const own = face.names.find(name => !missing.has(name))
  if (own) return { family: own, weight: 400, substituted: false }
  return { family: face.free, weight: face.weight ?? 400, substituted: face.free !== ROMAN }
}

/** Families in the order they are tried: Latin and digits, the face itself, and those that hold every character. */
export const familyList = (family: string, digits: string): string =>
  `((name: ${literal(digits)}, covers: "latin-in-cjk"), ${[...new Set([family, SERIF, SANS, RARE])].map(literal).join(', ')})`
