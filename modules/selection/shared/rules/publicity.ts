import { z } from 'zod'
import { chineseDate, publicityPeriod } from '#kernel/calendar/shared/index.ts'
import type { ClockFacts, NoticeFacts } from './facts.ts'
import { rule } from './rule.ts'

const period = z.strictObject({ workdays: z.int().positive(), countPublishDay: z.boolean().default(false) })
type Period = z.infer<typeof period>

const lastedVariables = ['n', '要求', '日期'] as const

/** The unit's notice with this name has hung for the working days asked for (D-05, D-07). */
export const publicityLasted = rule({
  scope: 'nomination',
  needs: 'page',
  params: period,
  variables: lastedVariables,
  check: ({ nomination: { id, notices }, clock }, params) => {
    const own = notices.filter(({ names }) => names.includes(id))
    return shortfall(own, clock, params)
  },
})

/** The organiser's notice of the list has hung for the working days asked for; one name less is enough to say so. */
export const listPublicityLasted = rule({
  scope: 'campaign',
  needs: 'server',
  params: period,
  variables: lastedVariables,
  check: ({ campaign: { list, notices }, clock }, params) =>
    list
      .flatMap(({ id }) => shortfall(noticesNaming(id, notices), clock, params))
      .sort((a, b) => a.values.n - b.values.n)
      .slice(0, 1),
})

/** A notice has been put up; that it has ended is another rule's. */
export const publicityStarted = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ nomination: { notices }, clock }) =>
    notices.some(({ publishedOn }) => publishedOn <= clock.today) ? [] : [{ path: 'notices' }],
})

/** A notice that hangs names this nominee. */
export const namedInNotice = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ nomination: { id, notices } }) =>
    notices.length > 0 && noticesNaming(id, notices).length === 0 ? [{ path: 'notices' }] : [],
})

/** Each name on the list stands in the organiser's notice. */
export const listNamedInNotice = rule({
  scope: 'campaign',
  needs: 'server',
  params: z.strictObject({}),
  variables: [],
  check: ({ campaign: { list, notices } }) =>
    list.filter(({ id }) => noticesNaming(id, notices).length === 0).map(nomination => ({ nomination })),
})

/** The notice hangs where the plan says: in the city's main media, in the county's or in the unit. */
export const noticeInMedium = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ levels: z.array(z.string()).min(1) }),
  variables: ['媒体'],
  check: ({ nomination: { notices } }, { levels }) =>
    notices.length === 0 || notices.some(({ mediaLevel }) => levels.includes(mediaLevel))
      ? []
      : [{ path: 'notices', values: { 媒体: notices[0]!.medium } }],
})

/** Every objection to a notice has its written conclusion (D-08). */
export const objectionsClosed = rule({
  scope: 'nomination',
  needs: 'server',
  params: z.strictObject({}),
  variables: ['n'],
  check: ({ nomination: { id, notices } }) => {
    const open = noticesNaming(id, notices).reduce((sum, { openObjections }) => sum + openObjections, 0)
    return open > 0 ? [{ path: 'notices', values: { n: open } }] : []
  },
})

/** The first day on which the next step may follow a notice; `undefined` where it came down too early. */
export function mayProceedOn(notice: NoticeFacts, { calendar }: ClockFacts, params: Period): string | undefined {
  const counted = publicityPeriod(calendar, { publishedOn: notice.publishedOn, ...params })
  return notice.endedOn && notice.endedOn < counted.lastDay ? undefined : counted.mayProceedOn
}

const noticesNaming = (id: string, notices: NoticeFacts[]) => notices.filter(({ names }) => names.includes(id))

/**
 * What is missing of a publicity period: the working days completed so far by the notice that is furthest on, and the
 * earliest day to go on. A notice that came down early must begin anew, today at the earliest.
 */
function shortfall(notices: NoticeFacts[], clock: ClockFacts, params: Period) {
  const ends = notices.map(notice => mayProceedOn(notice, clock, params)).filter(day => day !== undefined)
  const anew = publicityPeriod(clock.calendar, { publishedOn: clock.today, ...params }).mayProceedOn
  const earliest = ends.sort()[0] ?? anew
  if (ends.length > 0 && earliest <= clock.today) return []
  const n = Math.max(0, ...notices.map(notice => completed(notice, clock, params)))
  return [{ path: 'notices', values: { n, 要求: params.workdays, 日期: chineseDate(earliest) } }]
}

function completed(
  { publishedOn, endedOn = '9999-12-31' }: NoticeFacts,
  { calendar, today }: ClockFacts,
  params: Period,
) {
  return publicityPeriod(calendar, { publishedOn, ...params }).days.filter(
    ({ counted, date }) => counted !== null && date < today && date <= endedOn,
  ).length
}
