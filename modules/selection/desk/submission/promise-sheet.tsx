import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { listUnitPromises, type PromisedItem } from '../../stages/recommend/shared/api.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import { KeepPromise } from './keep-promise.tsx'

/** 待补章: what was promised and by when; it holds up only the decision, and is brought here, also after receipt. */
export const PromiseSheet = ({ submissionId }: { submissionId: number }) => {
  const { data } = useEndpoint(listUnitPromises, { params: { id: submissionId } })
  const [chosen, setChosen] = useState<PromisedItem>()
  if (!data || data.items.length === 0) return null
  return (
    <Sheet title="待补章" extra="补齐前可以上报，不能审定">
      <ul className="promises num">
        {data.items.map(item => (
          <li key={`${item.nominationId}|${item.path}`}>
            {item.nominationId ? (
              <Link to={`/selection/nominations/${item.nominationId}`}>{item.name || '（未填名称）'}</Link>
            ) : (
              '本单位'
            )}
            <span>{item.label}</span>
            {item.promisedBy ? <WorkdayDeadline due={item.promisedBy} /> : <span>未填承诺日期</span>}
            {data.permissions.keep && (
              <Button size="small" onClick={() => setChosen(item)}>
                补交
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen && <KeepPromise item={chosen} onClose={() => setChosen(undefined)} />}
    </Sheet>
  )
}
