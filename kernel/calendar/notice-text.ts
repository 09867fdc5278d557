import { spansIn, type WrittenSpan } from './notice-dates.ts'
import type { ReadHoliday, ReadNotice } from './read-notice.ts'
import { datesIn, type IsoDate } from './shared/index.ts'

/**
 * Reads the text of a holiday notice of the General Office of the State Council, in every wording of 2007–2026:
 * items “一、元旦：1月1日至3日放假调休，共3天。1月4日（星期日）上班。”, 补休, 与周末连休, and supplementary notices of one item.
 */
export function readNoticeText(text: string): ReadNotice {
  const plain = tidy(text)
  const year = yearOf(plain)
  const items = itemsOf(plain)
  if (!year) return nothing('没有找到年份，请连同标题“关于××××年部分节假日安排的通知”一起粘贴。')
  if (items.length === 0) return nothing('没有找到放假条目，请粘贴通知全文，或改用表格录入。')
  const read = items.map(item => readItem(item, year))
  return {
    year,
    holidays: read.map(({ name, off, work }) => ({ name, off, work })),
    unread: read.flatMap(item => item.unread),
    problems: read.flatMap(item => item.problems),
  }
}

const nothing = (problem: string): ReadNotice => ({ holidays: [], unread: [], problems: [problem] })

/** The year of the title; failing that, the first year written. 〔2020〕 of the document number is not followed by 年. */
function yearOf(text: string): number | undefined {
  const year = /(\d{4})年(?:部分|元旦|春节|清明|劳动节|五一|端午|中秋|国庆)/.exec(text) ?? /(\d{4})年/.exec(text)
  return year ? Number(year[1]) : undefined
}

interface Item {
  name: string
  body: string
}

/** One width of brackets, digits and colons, no blanks, every dash between dates as 至. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/节假日期间,?各地区.*$/, '')
    .replaceAll(/(?<=日(?:\([^)]*\))?)(?:—|–|-|―|~|到)+(?=\d)/g, '至')
}

/** The numbered items; a supplementary notice without numbers is one item named by its title or first words. */
function itemsOf(text: string): Item[] {
  const numbered = [
    ...text.matchAll(
      /[一二三四五六七八九十]{1,3}、([^。:]{2,20}):(.+?)(?=[一二三四五六七八九十]{1,3}、[^。:]{2,20}:|$)/g,
    ),
  ]
  if (numbered.length > 0) return numbered.map(match => ({ name: nameOf(match[1]!), body: match[2]! }))
  const name = ['抗日战争', '春节', '元旦', '清明节', '劳动节', '端午节', '中秋节', '国庆节'].find(each =>
    text.includes(each),
  )
  return name && text.includes('放假') ? [{ name: nameOf(name), body: text }] : []
}

/** “五一”国际劳动节, “十一” → the names used everywhere else. */
function nameOf(written: string): string {
  if (/五一/.test(written)) return '劳动节'
  if (/十一/.test(written)) return '国庆节'
  return written.includes('抗日战争') ? '抗战胜利纪念日' : written
}

interface ReadItem extends ReadHoliday {
  unread: string[]
  problems: string[]
}

function readItem({ name, body }: Item, year: number): ReadItem {
  const item: ReadItem = { name, off: [], work: [], unread: [], problems: [] }
  for (const clause of clausesOf(body)) readClause(clause, item, { year, newYear: name === '元旦' })
  const total = Number(/共(\d+)天/.exec(body)?.[1])
  if (item.off.length === 0) item.problems.push(`“${name}”一条没有读出放假日期，请核对原文，或改用表格录入。`)
  else if (total && total !== item.off.length) {
    item.problems.push(`“${name}”写明共${total}天，读出的放假日期为${item.off.length}天，请核对原文。`)
  }
  return item
}

/** Clauses end at 。；， outside brackets; advice (鼓励…在除夕休息) is no arrangement. */
function clausesOf(body: string): string[] {
  return body.replaceAll(/鼓励[^。]*/g, '').split(/[。;,](?![^()]*\))/)
}

function readClause(clause: string, item: ReadItem, context: { year: number; newYear: boolean }): void {
  const kind = kindOf(clause)
  if (kind === 'unread') item.unread.push(clause)
  if (kind === 'extends') item.problems.push(`“${clause}”须对照原安排处理，请改用表格录入该节日的全部日期。`)
  if (kind !== 'off' && kind !== 'work') return
  const spans = spansIn(clause, context)
  item.problems.push(...spans.flatMap(span => span.problems))
  item[kind] = [...new Set([...item[kind], ...spans.flatMap(daysOf)])].sort()
}

/** What a clause says. One that only explains another (法定节假日, 公休日调至) gives no facts of its own. */
function kindOf(clause: string): 'off' | 'work' | 'extends' | 'explains' | 'unread' {
  if (!/\d日/.test(clause)) return 'explains'
  if (/延长.*假期/.test(clause)) return 'extends'
  if (/法定|照常公休|为公休日|调至|正常上班/.test(clause)) return 'explains'
  if (/上班$/.test(clause)) return 'work'
  return /放假|补休|调休$/.test(clause) ? 'off' : 'unread'
}

function daysOf({ from, to, problems }: WrittenSpan): IsoDate[] {
  return problems.length === 0 ? datesIn(`${from}/${to}`) : []
}
