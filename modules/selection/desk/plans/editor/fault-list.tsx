import { Button } from 'antd'
import type { PlanFault } from '../../../shared/index.ts'
import { valueAt } from '../text/edit-plan.ts'
import { whereWords } from '../versions/change-words.ts'

type FaultListProps = {
  /** The plan as the text says it, for the names of what is at fault. */
  value: unknown
  faults: readonly PlanFault[]
  onField: (fault: PlanFault) => void
  onLine: (fault: PlanFault) => void
}

/** What has to be put right before publishing; each line leads to the field, its line number to the text. */
export const FaultList = ({ value, faults, onField, onLine }: FaultListProps) => {
  if (faults.length === 0) return null
  return (
    <section className="plan-faults" aria-label="方案中的问题">
      <h3>
        必须改正 <span className="num">{faults.length}</span>
      </h3>
      <ul>
        {faults.map(fault => (
          <li key={`${fault.file}:${fault.line}:${fault.column}:${fault.message}`}>
            <Button type="link" size="small" onClick={() => onField(fault)}>
              {fault.path.length > 0 && `${whereWords(fault.path, value)}：`}
              {unfilled(fault, value) ? '没有填写' : fault.message}
            </Button>
            {!unfilled(fault, value) && <span className="plan-advice">{fault.advice}</span>}
            <Button type="link" size="small" className="num" onClick={() => onLine(fault)}>
              {fault.file} 第{fault.line}行
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const unfilled = ({ code, path }: PlanFault, plan: unknown) => code === 'missing-key' || valueAt(plan, path) === ''
