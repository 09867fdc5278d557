import { DayStrip } from '#platform/ui/site/index.ts'
import { type IsoDate, type PublicityPeriod, stripOf } from '../shared/index.ts'

/** A publicity period on a public page: its days one by one, and in a sentence why they count or do not. */
export const PeriodStrip = ({ period, today }: { period: Pick<PublicityPeriod, 'days' | 'note'>; today?: IsoDate }) => (
  <DayStrip days={stripOf(period, today)} why={period.note} />
)
