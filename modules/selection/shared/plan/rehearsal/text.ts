import { chineseDate, chineseMonthDay, chineseWeekday, type PublicityPeriod } from '#kernel/calendar/shared/index.ts'
import type { Plan } from '../plan.ts'
import type { UnitLoad } from './load.ts'
import type { PublicityForecast } from './publicity-forecast.ts'
import type { Rehearsal } from './rehearse.ts'
import { table } from './table.ts'

/** A rehearsal as plain Chinese text for a terminal or a sheet of paper. */
export function rehearsalText(plan: Plan, rehearsal: Rehearsal): string {
  return [
    `${plan.title}（${plan.year}年）预演`,
    section('一、环节和日期', stageTable(rehearsal)),
    ...rehearsal.publicity.map((one, index) => section(index === 0 ? '二、公示' : '', publicityText(one))),
    section('三、类别合计', totalTable(rehearsal)),
    section('四、各单位名额和工作量（名额用足时）', unitTable(plan, rehearsal.units)),
    section('五、需要注意', remarkLines(rehearsal)),
  ].join('\n\n')
}

const section = (title: string, body: string) => (title ? `${title}\n\n${body}` : body)

function stageTable({ stages }: Rehearsal): string {
  const rows = stages.map(({ title, within, opens, ends, when, workdays }) => [
    (within ? '　' : '') + title,
    opens ? chineseDate(opens.date) + (opens.given ? '' : '（推算）') : '—',
    ends
      ? chineseDate(ends.date) + (ends.restDay ? '（休息日）' : '') + (ends.provisional ? '（预估）' : '')
      : (when ?? '—'),
    workdays === undefined ? '—' : String(workdays),
  ])
  return table(['环节', '开始', '截止（含当日）', '工作日'], rows)
}

function publicityText({ title, minWorkdays, earliest, latest, before, last, asked }: PublicityForecast): string {
  const lines = [`${title}：不少于${minWorkdays}个工作日`]
  if (latest) {
    const same = latest.date === latest.workday
    const workday = same ? '' : `；该日为休息日，实际最迟${chineseDate(latest.workday)}`
    lines.push(
      `${before!.words}，最迟${chineseDate(latest.date)}发布${workday}。${latest.provisional ? '（预估）' : ''}`,
    )
  }
  if (earliest) lines.push(dayByDay('最早发布', earliest))
  if (last && last.publishedOn !== earliest?.publishedOn) lines.push(dayByDay('最迟发布', last))
  if (asked) lines.push(dayByDay('所问日期发布', asked))
  return lines.join('\n')
}

function dayByDay(label: string, period: PublicityPeriod): string {
  const days = period.days.map(day => {
    const { date, weekday, why } = day
    return `    ${chineseMonthDay(date)}（${chineseWeekday(weekday)}）${why}`
  })
  return [`  ${label}：${chineseDate(period.publishedOn)}发布，${chineseDate(period.lastDay)}24时期满。`, ...days].join(
    '\n',
  )
}

function totalTable({ totals }: Rehearsal): string {
  const rows = totals.map(({ name, least, full, automatic, max, candidates, awards }) => [
    name,
    full === null ? '不限' : least === full ? String(full) : `${least}—${full}`,
    String(automatic),
    max === null ? '不限' : String(max),
    candidates === undefined ? '—' : String(candidates),
    awards === null ? '未定' : String(awards),
  ])
  return table(['类别', '名额合计', '自动列入', '至多', '候选对象', '表彰数额'], rows)
}

function unitTable(plan: Plan, units: UnitLoad[]): string {
  const head = [
    '单位',
    ...plan.categories.map(({ shortName, name }) => shortName ?? name),
    '推荐对象',
    '材料件数',
    '纸质份数',
  ]
  const rows = units.map(({ name, categories, nominations, pieces, paperCopies }) => [
    name,
    ...plan.categories.map(({ key }) => quotaWords(categories.find(({ category }) => category === key))),
    numberWords(nominations),
    numberWords(pieces),
    numberWords(paperCopies),
  ])
  return table(head, rows)
}

function quotaWords(load: UnitLoad['categories'][number] | undefined): string {
  if (!load) return '—'
  const quota = load.max === null ? '不限' : load.min ? `${load.min}—${load.max}` : String(load.max)
  return load.automatic ? `${quota}+${load.automatic}` : quota
}

const numberWords = (value: number | null) => (value === null ? '不限' : String(value))

function remarkLines({ remarks }: Rehearsal): string {
  const marks = { impossible: '【不能实现】', warning: '【注意】', note: '【说明】' } as const
  return remarks.length ? remarks.map(({ weight, message }) => marks[weight] + message).join('\n') : '没有发现问题。'
}
