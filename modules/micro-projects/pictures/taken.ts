import { civilDay } from '#kernel/calendar/shared/index.ts'
import type { Project } from '../project/load.ts'
import type { ProblemFinding } from '../shared/index.ts'
import type { PictureRow } from './queries.ts'

/** Telephones' clocks differ by minutes; what is later than that by the server's is wrong. */
const CLOCK_MINUTES = 10
/** Days before the works began after which a picture of the place is old. */
const OLD_DAYS = 366
const dayWords = (day: string) => {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  return `${year}年${month}月${date}日`
}

/** A picture whose file says that it was taken when it can hardly have been; nothing where it says no time. */
export const timeWarning = (picture: PictureRow, project: Project): ProblemFinding | undefined => {
  if (!picture.takenAt) return undefined
  const said = sentence(picture, picture.takenAt, project)
  return said ? { path: `pictures.${picture.id}`, severity: 'warning', rule: 'R004-04', message: said } : undefined
}

const sentence = ({ part, at }: PictureRow, takenAt: string, project: Project): string | undefined => {
  const ahead = Temporal.Instant.from(takenAt).since(Temporal.Instant.from(at)).total('minutes')
  const day = civilDay(takenAt)
  if (ahead > CLOCK_MINUTES) return `照片的拍摄时间（${dayWords(day)}）晚于上传时间，请检查手机的日期和时间。`
  const { startsOn } = project.brief
  const finishesOn = project.completion?.finishedOn
  const asked = `拍摄于${dayWords(day)}，请核对。`
  if (part === 'before') {
    if (finishesOn && day > finishesOn) return `实施前的照片在完工之后${asked}`
    return startsOn && day < daysBefore(startsOn, OLD_DAYS) ? `实施前的照片早在一年以前${asked}` : undefined
  }
  const name = part === 'after' ? '完成后' : '实施中'
  if (startsOn && day < startsOn) return `${name}的照片在开工之前${asked}`
  return part === 'during' && finishesOn && day > finishesOn ? `实施中的照片在完工之后${asked}` : undefined
}

const daysBefore = (day: string, days: number) => Temporal.PlainDate.from(day).subtract({ days }).toString()
