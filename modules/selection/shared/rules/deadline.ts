import { z } from 'zod'
import { chineseDate, chineseMonthDay, deadline, endOfDay } from '#kernel/calendar/shared/index.ts'
import { mayProceedOn, period } from './notice-period.ts'
import { rule } from './rule.ts'

const ofStage = z.strictObject({ stage: z.string().describe('环节代号，取其截止日期') })
const dateVariables = ['截止日期', '截止月日'] as const

/** What a stage asks for is handed in by its due date, that day included, or while it is unlocked for the unit (补报). */
export const handedInBy = rule({
  scope: 'unit',
  needs: 'page',
  params: ofStage,
  variables: dateVariables,
  check: ({ unit, deadlines, clock }, { stage }) => {
    const due = deadlines[stage]
    const moment = unit.handedIn[stage] ?? clock.now
    if (!due || notAfter(moment, endOfDay(due))) return []
    const until = unit.unlockedUntil[stage]
    return until && notAfter(moment, until) ? [] : [{ values: inWords(due) }]
  },
})

/** Warns that a due date is a rest day: a fixed date does not move (D-03). */
export const deadlineIsWorkday = rule({
  scope: 'unit',
  needs: 'page',
  params: ofStage,
  variables: dateVariables,
  check: ({ unit, deadlines, clock }, { stage }) => {
    const due = deadlines[stage]
    if (!due || unit.handedIn[stage]) return []
    return deadline(clock.calendar, due).isRestDay ? [{ values: inWords(due) }] : []
  },
})

/** The party committee met after the local notices had ended, and before it reported (R003-18). */
export const metAfterPublicity = rule({
  scope: 'unit',
  needs: 'page',
  params: period,
  variables: ['日期'],
  check: ({ unit: { meeting, notices }, clock }, params) => {
    if (!meeting) return []
    const ends = notices.map(notice => mayProceedOn(notice, clock, params))
    const early = ends.some(day => day === undefined || day > meeting.heldOn)
    return early ? [{ path: 'meeting', values: { 日期: chineseDate(meeting.heldOn) } }] : []
  },
})

/** The meeting that decided on the names is on record, with those present. */
export const meetingRecorded = rule({
  scope: 'unit',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ unit: { meeting } }) => (meeting && meeting.attendees > 0 ? [] : [{ path: 'meeting' }]),
})

/** The report carries a date not before the meeting it reports. */
export const reportedAfterMeeting = rule({
  scope: 'unit',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ unit: { meeting, report } }) =>
    meeting && report?.reportedOn && report.reportedOn < meeting.heldOn ? [{ path: 'report' }] : [],
})

/** Voting is set to close within the stage's due date. */
export const ballotClosesBy = rule({
  scope: 'campaign',
  needs: 'server',
  params: ofStage,
  variables: dateVariables,
  check: ({ campaign: { ballot }, deadlines }, { stage }) => {
    const due = deadlines[stage]
    return ballot && due && !notAfter(ballot.closesAt, endOfDay(due)) ? [{ values: inWords(due) }] : []
  },
})

/** No vote is taken before the ballot opens, after it closes or after the stage's due date. */
export const votedInTime = rule({
  scope: 'campaign',
  needs: 'server',
  params: ofStage,
  variables: dateVariables,
  check: ({ campaign: { ballot }, deadlines }, { stage }) => {
    const due = deadlines[stage]
    if (!ballot?.castAt || !due) return []
    const { opensAt, closesAt, castAt } = ballot
    const inTime = notAfter(opensAt, castAt) && notAfter(castAt, closesAt) && notAfter(castAt, endOfDay(due))
    return inTime ? [] : [{ values: inWords(due) }]
  },
})

function notAfter(moment: string, limit: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(moment), Temporal.Instant.from(limit)) <= 0
}

const inWords = (due: string) => ({ 截止日期: chineseDate(due), 截止月日: chineseMonthDay(due) })
