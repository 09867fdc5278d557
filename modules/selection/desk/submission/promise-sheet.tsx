import { Link } from 'react-router'
import { Sheet } from '#platform/ui/desk/index.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import type { Submission } from './findings.ts'

/** 待补章: what was promised and by when; it holds up only the decision. */
export const PromiseSheet = ({ promises }: Pick<Submission, 'promises'>) => {
  if (promises.length === 0) return null
  return (
    <Sheet title="待补章" extra="补齐前可以上报，不能审定">
      <ul className="promises num">
        {promises.map(({ nominationId, name, label, by }) => (
          <li key={`${nominationId}|${label}`}>
            {nominationId ? (
              <Link to={`/selection/nominations/${nominationId}`}>{name || '（未填名称）'}</Link>
            ) : (
              '本单位'
            )}
            <span>{label}</span>
            {by ? <WorkdayDeadline due={by} /> : <span>未填承诺日期</span>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
