/** A made-up province whose units mirror real ones in number and population; every name says that it is made up. */
const stems = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥']

export type Place = { name: string; fullName: string; recommender: string }

export type Region = { long: string; short: string }

export const province: Region = { long: '示例省', short: '示例省' }
export const cities = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
]
export const cityName = (index: number) => `示例${cities[index]}市`

/** Names a county-level unit like its model: a district stays a district, a county a county. */
export const countyName = (model: string, index: number) => {
  const stem = stems[index % stems.length]
  if (model.endsWith('县')) return `${stem}县`
  return model.endsWith('市') ? `${stem}市` : `${stem}区`
}

export const enterpriseName = (index: number) => `示例${stems[index]}集团`
export const universityName = (index: number) => `示例${stems[index]}学院`
