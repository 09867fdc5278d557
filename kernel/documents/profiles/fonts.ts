/** Names of fonts as offices have them; they are written into files by name and never embedded in Word files. */
export const FANGSONG = '仿宋_GB2312'
export const KAITI = '楷体_GB2312'
export const HEITI = '黑体'
export const SONGTI = '宋体'
export const XIAOBIAOSONG = '方正小标宋简体'
export const TIMES = 'Times New Roman'

/** 字号 in points. */
export const SIZES = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
} as const
