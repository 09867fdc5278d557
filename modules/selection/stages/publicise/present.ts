import type { Actor } from '#kernel/access/index.ts'
import { describePeriod, latestPublishDate, publicityPeriod } from '#kernel/calendar/index.ts'
import type { Db } from '#platform/db/index.ts'
import { orderWords } from '../../campaign/official-order.ts'
import { poolOf } from '../../campaign/pool.ts'
import { loadFrame } from '../../facts/load.ts'
import { canRunCampaign } from '../../permissions.ts'
import { deadlineWords, publicityDeadline } from '../../shared/plan/timing.ts'
import { compareWithIssued, noticesOfStage, orderedList, type PubliciseRun } from './list.ts'

/** The stage as its screen shows it: the notice, its days, and the list beside the pool. */
export const presentPublicity = async (db: Db, actor: Actor, run: PubliciseRun) => {
  const { plan } = run.campaign
  const { all } = await noticesOfStage(db, run)
  const { missing, surplus } = await compareWithIssued(db, run)
  const { unknown, strokes } = await orderedList(db, run)
  const { clock, settings } = await loadFrame(db, plan, run.campaign.id)
  const length = { workdays: run.stage.minWorkdays, countPublishDay: plan.calendar.countPublishDay }
  const today = publicityPeriod(clock.calendar, { publishedOn: clock.today, ...length })
  const until = publicityDeadline(plan, run.stage)
  const pool = await poolOf(db, run.id)
  return {
    notices: all,
    minWorkdays: run.stage.minWorkdays,
    order: run.stage.order,
    orderWords: orderWords[run.stage.order],
    media: run.stage.media,
    unknown,
    strokes,
    missing,
    surplus: surplus.map(({ id, name }) => ({ nominationId: id, name, unitName: '' })),
    suspended: pool.filter(({ outcome }) => outcome === 'suspended'),
    unset: plan.settings
      .filter(({ key, required }) => key.startsWith('objection-') && required && !settings[key])
      .map(({ name }) => name),
    mustEnd: until
      ? {
          words: deadlineWords(run.stage, until),
          publishBy: latestPublishDate(clock.calendar, { mustEndBy: until.date, ...length }).workday,
        }
      : null,
    ifToday: { lastDay: today.lastDay, words: describePeriod(today) },
    permissions: { draft: canRunCampaign(actor, run.campaign) && run.runState === 'open' },
  }
}
