import { SIZES } from '../profiles.ts'

/** Names under which one typeface is installed: Windows' own, the older GB2312 ones, English names. */
const SAME: string[][] = [
  ['仿宋', '仿宋_GB2312', 'FangSong', 'FangSong_GB2312', '方正仿宋_GBK', '方正仿宋_GB2312', '方正仿宋简体'],
  ['楷体', '楷体_GB2312', 'KaiTi', 'KaiTi_GB2312', '方正楷体_GBK', '方正楷体_GB2312', '方正楷体简体'],
  ['黑体', 'SimHei', '方正黑体_GBK', '方正黑体简体'],
  ['宋体', 'SimSun', 'NSimSun', '新宋体', '方正书宋_GBK'],
  ['方正小标宋简体', '方正小标宋_GBK', '小标宋', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05'],
]

/** Whether two names mean one typeface. */
export const sameFont = (a: string, b: string): boolean =>
  a === b || SAME.some(names => names.includes(a) && names.includes(b))

/** How messages call a typeface: 仿宋_GB2312 → 仿宋. */
export const fontName = (name: string): string => SAME.find(names => names.includes(name))?.[0] ?? name

/** 16 → 三号（16磅）; sizes without a name of their own in points. */
export const sizeName = (points: number): string => {
  const named = Object.entries(SIZES).find(([, size]) => size === points)?.[0]
  return named ? `${named}（${points}磅）` : `${points}磅`
}
