import type { IsoDate } from './calendar.ts'
import { chineseWeekday } from './phrases.ts'
import type { DayInPeriod, PublicityPeriod } from './publicity-period.ts'

/** One cell of the strip that shows a period day by day. */
export interface StripDay {
  date: IsoDate
  /** Day of the month. */
  day: number
  /** Above the number: 周五, 元旦, 今天. */
  weekday: string
  /** Below it: 发布，不计; 放假; 第1天; 期满. */
  note: string
  kind: 'posted' | 'counts' | 'today' | 'off' | 'plain'
}

/** The strip of a publicity period as it looks on `today`. */
export function stripOf(period: Pick<PublicityPeriod, 'days'>, today?: IsoDate): StripDay[] {
  return period.days.map(day => ({
    date: day.date,
    day: Number(day.date.slice(8)),
    weekday: headOf(day, today),
    note: noteOf(day),
    kind: kindOf(day, today),
  }))
}

function headOf(day: DayInPeriod, today: IsoDate | undefined): string {
  if (day.date === today) return '今天'
  return day.kind === 'holiday' ? shortName(day.name!) : chineseWeekday(day.weekday)
}

function noteOf({ part, counted, kind }: DayInPeriod): string {
  if (part === 'after') return '期满'
  if (counted !== null) return kind === 'makeup' ? `调休，第${counted}天` : `第${counted}天`
  if (part === 'publish') return '发布，不计'
  return kind === 'holiday' ? '放假' : '周末'
}

function kindOf({ part, counted, date }: DayInPeriod, today: IsoDate | undefined): StripDay['kind'] {
  if (date === today && part !== 'after') return 'today'
  if (counted !== null) return 'counts'
  if (part === 'publish') return 'posted'
  return part === 'after' ? 'plain' : 'off'
}

/** 国庆节、中秋节 → 国庆中秋: a cell is five characters wide at most. */
function shortName(name: string): string {
  const short = name.split('、').map(each => each.replace(/节$/, ''))
  return short
    .map(each => (each === '春' ? '春节' : each))
    .join('')
    .slice(0, 4)
}
