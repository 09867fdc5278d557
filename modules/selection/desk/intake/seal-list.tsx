import { Link } from 'react-router'
import { Sheet, StateTag } from '#platform/ui/desk/index.ts'
import { nameOf } from '../words.ts'
import type { Sealed } from './scans-page.tsx'

/** Which seals each form still lacks, and which forms must be stamped again after a change. */
export const SealList = ({ nominees }: { nominees: Sealed[] }) => {
  const wanting = nominees.filter(({ seals, reseal }) => reseal || seals.some(({ state }) => state !== 'present'))
  return (
    <Sheet title="还缺的章" extra={wanting.length === 0 ? '都已附上' : `${wanting.length}份表`}>
      <ul className="seal-list">
        {wanting.map(nominee => (
          <li key={nominee.id}>
            <Link to={`/selection/nominations/${nominee.id}`}>{nameOf(nominee)}</Link>{' '}
            {nominee.reseal && <StateTag tone="bad">内容已改，重新盖章</StateTag>}
            {nominee.seals
              .filter(({ state }) => state !== 'present')
              .map(({ path, label, state }) => (
                <span key={path}>
                  　{label}
                  {state === 'promised' && '（已承诺）'}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
