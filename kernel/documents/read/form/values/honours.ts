import { halfWidth } from '#kernel/forms/shared/index.ts'
import { withoutNumber } from '../words.ts'
import { arabicDate, ROW_DATE } from './dates.ts'
import { linesFrom, type Reading, type Source, sure, weakest } from './reading.ts'

const DATED = new RegExp(`^(${ROW_DATE})\\s*[,，:：、]?\\s*`, 'u')

/** `2021年7月` → `2021.07`, `2021年7月1日` → `2021-07-01`. */
const day = (text: string | undefined): string => {
  const [, year, number, date] = /(\d{4})\D*(\d{1,2})?\D*(\d{1,2})?/.exec(text ?? '') ?? []
  if (!year) return ''
  if (!number) return year
  return date ? `${year}-${number.padStart(2, '0')}-${date.padStart(2, '0')}` : `${year}.${number.padStart(2, '0')}`
}

const dated = (line: string): { date: string; rest: string } => {
  const found = DATED.exec(line)
  return { date: day(found?.[1]), rest: line.slice(found?.[0].length ?? 0).replace(/[。；;]+$/u, '') }
}

/** Level of an award by the words of its grantor. */
const honourLevel = (grantor: string): string => {
  if (/^(中共中央|国务院|中央|全国|国家|中华)/u.test(grantor)) return '国家级'
  if (/省|自治区/u.test(grantor) && !/省[^省]*市|省[^省]*县/u.test(grantor)) return '省级'
  if (/[县区旗]/u.test(grantor) && !/自治区/u.test(grantor)) return '县级'
  return /市/u.test(grantor) ? '市级' : ''
}

type Words = { name: string; grantor: string; clear: boolean }

const awardWords = (rest: string): Words => {
  const inBrackets = /^(.+?)\s*[（(]([^（）()]+)[）)]$/u.exec(rest)
  if (inBrackets) return { name: inBrackets[1]!, grantor: inBrackets[2]!, clear: true }
  const given = /^被?(.+?)(?:授予|评为|表彰为|评定为|颁发|命名为)(.+)$/u.exec(rest)
  const won = /^(?:荣获|获得?|被授予)(.+?(?:委|府|局|部|厅|会|办|组|校|院))(?:颁发的|授予的|的)?([“《].+)$/u.exec(rest)
  const [, grantor, name] = given ?? won ?? []
  if (!grantor || !name) return { name: rest, grantor: '', clear: false }
  return { name: name.replace(/^[“"《]|[”"》]?(?:荣誉)?(?:称号)?$/gu, ''), grantor, clear: false }
}

const award = (line: string) => {
  const { date, rest } = dated(line)
  const { name, grantor, clear } = awardWords(rest)
  const row = { date, name, grantor, level: honourLevel(grantor) }
  if (!date || !grantor) return { row, confidence: 0.4, note: `“${line}”没有分出${date ? '授予单位' : '时间'}。` }
  const words = row.level ? `级别按授予单位推断为${row.level}` : '级别没有读出'
  return { row, confidence: clear && row.level ? 0.9 : 0.6, note: `${words}，请核对。` }
}

/** Level of a medium by its name. */
const mediaLevel = (media: string): string => {
  if (/人民日报|新华社|新华网|人民网|央视|中央|光明日报|经济日报|求是|学习强国总|中国[^市县]*(报|网)/u.test(media))
    return '中央'
  if (/省|河南|大河|映象|顶端/u.test(media)) return '省级'
  return /县|区(?!域)/u.test(media) ? '县级' : '市级'
}

const mediaWords = (rest: string) => {
  const title = /《([^《》]+)》[^《》]*$/u.exec(rest)
  const before = title ? rest.slice(0, title.index) : rest
  const column = /“([^”]+)”\s*(?:栏目|专栏|专版)|(第?[一二三四五六七八九十\dA-Z]+版|头版|要闻版?)/u.exec(before)
  const media = before
    .slice(0, column?.index)
    .replace(/[《》，,：:；;\s]/gu, '')
    .replace(/(?:在|于|刊发|刊登|报道|以)+$/u, '')
  return { media, column: column?.[1] ?? column?.[2] ?? '', title: title?.[1] ?? '' }
}

const report = (line: string) => {
  const { date, rest } = dated(line)
  const words = mediaWords(rest)
  const row = { date, ...words, level: mediaLevel(words.media) }
  const absent = Object.entries({ 时间: date, 媒体: words.media, 栏目: words.column, 标题: words.title })
    .filter(([, value]) => value === '')
    .map(([name]) => name)
  if (absent.length > 0) return { row, confidence: 0.5, note: `“${line}”没有分出${absent.join('、')}。` }
  return { row, confidence: 0.9, note: `媒体级别按名称推断为${row.level}，请核对。` }
}

const rowsFrom = (
  source: Source,
  read: (line: string) => { row: unknown; confidence: number; note: string },
): Reading => {
  const lines = linesFrom(source)
    .map(line => withoutNumber(arabicDate(line.replace(/[０-９]/gu, halfWidth))))
    .filter(line => !/^(无|暂无|没有|\/)。?$/u.test(line))
  const entries: string[] = []
  for (const line of lines) {
    const last = entries.length - 1
    if (DATED.test(line) || last < 0) entries.push(line)
    else entries[last] += line
  }
  const found = entries.map(read)
  return found.length === 0
    ? sure([])
    : weakest(
        found.map(({ row }) => row),
        found,
      )
}

/** 获奖情况, one award a line. */
export const awardsFrom = (source: Source): Reading => rowsFrom(source, award)
/** 宣传报道情况, one report a line. */
export const mediaReportsFrom = (source: Source): Reading => rowsFrom(source, report)
