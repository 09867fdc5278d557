import { FANGSONG, HEITI, KAITI, SIZES, SONGTI, TIMES, XIAOBIAOSONG } from './fonts.ts'
import type { DocumentProfile, Lettering, Style } from './profile.ts'

const RED = 'FF0000'

/** What no seed changes: red letterhead, 3号黑体 marks, 4号仿宋 imprint. */
const common = {
  issuer: { font: XIAOBIAOSONG, size: 48, color: RED },
  mark: { font: HEITI, size: SIZES.三号 },
  imprint: { font: FANGSONG, size: SIZES.四号 },
  small: { font: SONGTI, size: SIZES.小五 },
} satisfies Partial<Record<Style, Lettering>>

/** 填表说明二: 仿宋小四号, digits in Times New Roman. The annex gives no margins; the text block is GB/T 9704's 156 mm. */
const formXiaosi: DocumentProfile = {
  key: 'form-xiaosi',
  margins: { top: 25, bottom: 20, left: 28, right: 26 },
  digits: TIMES,
  lettering: {
    ...common,
    title: { font: XIAOBIAOSONG, size: SIZES.小二 },
    subtitle: { font: KAITI, size: SIZES.三号 },
    heading1: { font: HEITI, size: SIZES.三号 },
    heading2: { font: KAITI, size: SIZES.小四 },
    body: { font: FANGSONG, size: SIZES.小四 },
    cover: { font: FANGSONG, size: SIZES.三号 },
  },
}

/** 3号 text as GB/T 9704 and the seeds' articles share it, at a line distance in points. */
const sanhao = (line: number): Record<Style, Lettering> => ({
  ...common,
  title: { font: XIAOBIAOSONG, size: SIZES.二号 },
  subtitle: { font: KAITI, size: SIZES.三号, line },
  heading1: { font: HEITI, size: SIZES.三号, line },
  heading2: { font: KAITI, size: SIZES.三号, line },
  body: { font: FANGSONG, size: SIZES.三号, line },
  cover: { font: FANGSONG, size: SIZES.三号, line },
  mark: { ...common.mark, line },
})

/** 洛学办发〔2021〕32号 附件4: margins 3.7, 3.5, 2.7, 2.7 cm, 3号仿宋, 28 磅, page number “1” in 4号宋体. */
const luoyangMaterial: DocumentProfile = {
  key: 'luoyang2021-material',
  margins: { top: 37, bottom: 35, left: 27, right: 27 },
  digits: TIMES,
  lettering: sanhao(28),
  pageNumber: { font: SONGTI, size: SIZES.四号, pattern: 'bare' },
}

/** 225 mm in 22 lines, rounded down so that the last line fits. */
const LINE_9704 = 28.95

/** GB/T 9704-2012: 37, 35, 28, 26 mm, 22 lines of 28 characters, `— 1 —` at the outer edge. */
const gbt9704: DocumentProfile = {
  key: 'gbt9704',
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  digits: TIMES,
  lettering: { ...sanhao(LINE_9704), title: { font: XIAOBIAOSONG, size: SIZES.二号, line: 32 } },
  pageNumber: { font: SONGTI, size: SIZES.四号, pattern: 'dashed', place: 'outside' },
  grid: { lines: 22, characters: 28 },
}

/** Profiles shipped; a plan may bring its own in the same shape. */
export const PROFILES: Record<string, DocumentProfile> = Object.fromEntries(
  [formXiaosi, luoyangMaterial, gbt9704].map(profile => [profile.key, profile]),
)
