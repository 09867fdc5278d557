import { readTable } from './notice-table.ts'
import { readNoticeText } from './notice-text.ts'
import type { IsoDate } from './shared/index.ts'

/** A holiday as read from a notice: single dates, in order. */
export interface ReadHoliday {
  name: string
  off: IsoDate[]
  work: IsoDate[]
}

/** What was read, before it is checked against the calendar. */
export interface ReadNotice {
  /** Undefined where the text does not tell. */
  year?: number
  holidays: ReadHoliday[]
  /** Clauses with dates from which no day off or workday was taken; shown so that nothing is dropped in silence. */
  unread: string[]
  /** What stands in the way of importing, in words for the administrator. */
  problems: string[]
}

/** Reads a pasted notice: a table if its first line begins with a full date, else the wording of the notice itself. */
export function readNotice(text: string): ReadNotice {
  return /^\s*(?:日期|\d{4}\s*[-/.])/.test(text) ? readTable(text) : readNoticeText(text)
}
