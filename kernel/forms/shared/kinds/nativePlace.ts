import { MUNICIPALITIES, provinces, SPECIAL_REGIONS } from '../regions/index.ts'
import { fault, textKind } from './kind.ts'

const EXAMPLE = '“××省（自治区）××市（县）”或“××直辖市”'
const DIVISION = /^.+(市|县|区|旗|州|盟|地区|林区|特区)$/u

/** `known` matches the table, `shaped` has the form but not a present name (lapsed counties), `wrong` neither. */
export type NativePlaceMatch = 'known' | 'shaped' | 'wrong'

const withinProvince = (rest: string, province: ReturnType<typeof provinces>[number]): boolean =>
  province.cities.some(
    city =>
      rest === city.name || city.counties.some(county => rest === county.name || rest === city.name + county.name),
  )

/** Whether a 籍贯 has the prescribed form and names present divisions (R000-18). */
export const matchNativePlace = (place: string): NativePlaceMatch => {
  if (SPECIAL_REGIONS.some(region => place.startsWith(region))) return 'known'
  const province = provinces().find(({ name }) => place.startsWith(name))
  if (!province) return 'wrong'
  const rest = place.slice(province.name.length)
  if (rest === '') return MUNICIPALITIES.includes(province.name) ? 'known' : 'wrong'
  if (withinProvince(rest, province)) return 'known'
  return DIVISION.test(rest) ? 'shaped' : 'wrong'
}

const bare = (name: string) => name.replace(/(省|市|(壮族|回族|维吾尔)?自治区|县|区)$/u, '')

/** The full form of a shortened place: `河南洛阳` → `河南省洛阳市`; undefined when it is not clear. */
export const suggestNativePlace = (place: string): string | undefined => {
  const province = provinces().find(({ name }) => place.startsWith(bare(name)))
  if (!province) return undefined
  const rest = place.slice(place.startsWith(province.name) ? province.name.length : bare(province.name).length)
  if (rest === '') return MUNICIPALITIES.includes(province.name) ? province.name : undefined
  const names = province.cities.flatMap(city => [city.name, ...city.counties.map(county => county.name)])
  const found = names.find(name => name === rest || bare(name) === rest)
  return found ? province.name + found : undefined
}

/** 籍贯 or 出生地: province and city or county, or a municipality. */
export const nativePlace = textKind({
  kind: 'nativePlace',
  ceiling: 60,
  tidy: value => value.replace(/\s/gu, ''),
  check: (value, field) => {
    const match = matchNativePlace(value)
    if (match === 'known') return []
    if (match === 'shaped') {
      const message = `“${field.label}”中的“${value}”不在现行行政区划中，可能是旧区划名称，请核对。`
      return [fault('nativePlace.unknown', 'warning', message)]
    }
    const suggestion = suggestNativePlace(value)
    const message = `“${field.label}”应填${EXAMPLE}，现为“${value}”。${suggestion ? `是否为“${suggestion}”？` : ''}`
    return [fault('nativePlace.format', 'block', message)]
  },
})
