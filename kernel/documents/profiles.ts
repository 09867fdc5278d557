import type { Style } from './model.ts'

/** Lettering: East Asian font by name, size in points, fixed line distance in points (absent = single). */
export type Lettering = { font: string; size: number; line?: number }

/** How a paper is laid out; lengths in mm. Font names are written into the file, never the fonts themselves. */
export type DocumentProfile = {
  key: string
  margins: { top: number; bottom: number; left: number; right: number }
  /** Latin letters and digits. */
  digits: string
  lettering: Record<Style, Lettering>
  /** Bare page number, centred, or `— 1 —` as GB/T 9704 has it; absent = none. */
  pageNumber?: Lettering & { pattern: 'bare' | 'dashed' }
}

const FANGSONG = '仿宋_GB2312'
const KAITI = '楷体_GB2312'
const HEITI = '黑体'
const XIAOBIAOSONG = '方正小标宋简体'
const TIMES = 'Times New Roman'

/** 填表说明二: 仿宋小四号, digits in Times New Roman. The annex gives no margins; the text block is GB/T 9704's 156 mm. */
const formXiaosi: DocumentProfile = {
  key: 'form-xiaosi',
  margins: { top: 25, bottom: 20, left: 28, right: 26 },
  digits: TIMES,
  lettering: {
    title: { font: XIAOBIAOSONG, size: 18 },
    subtitle: { font: KAITI, size: 16 },
    heading1: { font: HEITI, size: 16 },
    heading2: { font: KAITI, size: 12 },
    body: { font: FANGSONG, size: 12 },
    cover: { font: FANGSONG, size: 16 },
  },
}

/** 洛学办发〔2021〕32号 附件4: margins 3.7, 3.5, 2.7, 2.7 cm, 3号仿宋, 28 磅, page number “1” in 4号宋体. */
const luoyangMaterial: DocumentProfile = {
  key: 'luoyang2021-material',
  margins: { top: 37, bottom: 35, left: 27, right: 27 },
  digits: TIMES,
  lettering: {
    title: { font: XIAOBIAOSONG, size: 22 },
    subtitle: { font: KAITI, size: 16, line: 28 },
    heading1: { font: HEITI, size: 16, line: 28 },
    heading2: { font: KAITI, size: 16, line: 28 },
    body: { font: FANGSONG, size: 16, line: 28 },
    cover: { font: FANGSONG, size: 16, line: 28 },
  },
  pageNumber: { font: '宋体', size: 14, pattern: 'bare' },
}

/** GB/T 9704-2012: 37, 35, 28, 26 mm, 22 lines of 28 characters. */
const gbt9704: DocumentProfile = {
  ...luoyangMaterial,
  key: 'gbt9704',
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  pageNumber: { font: '宋体', size: 14, pattern: 'dashed' },
}

/** Profiles shipped; a plan may bring its own in the same shape. */
export const PROFILES: Record<string, DocumentProfile> = Object.fromEntries(
  [formXiaosi, luoyangMaterial, gbt9704].map(profile => [profile.key, profile]),
)
