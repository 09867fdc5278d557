import { REGION_LINES } from './data.ts'

export type County = { code: string; name: string }
export type City = { code: string; name: string; counties: County[] }
export type Province = { code: string; name: string; cities: City[] }

const readCity = (province: string, text: string): City => {
  const [head = '', counties = ''] = text.split(':')
  const code = province + head.slice(0, 2)
  const read = (item: string): County => ({ code: code + item.slice(0, 2), name: item.slice(2) })
  return { code, name: head.slice(2), counties: counties ? counties.split(',').map(read) : [] }
}

const readProvince = (line: string): Province => {
  const [head = '', cities = ''] = line.split('|')
  const code = head.slice(0, 2)
  return { code, name: head.slice(2), cities: cities.split(';').map(text => readCity(code, text)) }
}

let table: Province[] | undefined

/** Provinces with their prefectures and counties, read once. Hong Kong, Macao and Taiwan are not in the statistics. */
export const provinces = (): Province[] => {
  table ??= REGION_LINES.map(readProvince)
  return table
}

/** The four municipalities directly under the central government. */
export const MUNICIPALITIES = ['北京市', '天津市', '上海市', '重庆市']
/** Regions without counties in the table, which stand alone as a native place. */
export const SPECIAL_REGIONS = ['香港特别行政区', '澳门特别行政区', '台湾省']

let codes: Set<string> | undefined

/** Whether the six digits are a county's present code. Lapsed codes stay on ID cards, so `false` proves nothing. */
export const isCountyCode = (code: string): boolean => {
  codes ??= new Set(provinces().flatMap(p => p.cities.flatMap(c => c.counties.map(county => county.code))))
  return codes.has(code)
}
