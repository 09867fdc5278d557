import { Button } from 'antd'
import type { PlanPath } from '../../../shared/index.ts'
import { resolved } from '../../../shared/rules/reference.ts'
import { whereWords } from '../versions/change-words.ts'
import { usePlan, usePlanValue } from './plan-forms.ts'

/** A figure taken from elsewhere in the plan, so that it stands once. */
export const Pointer = ({ path, to }: { path: PlanPath; to: string }) => {
  const plan = usePlan()
  const { set } = usePlanValue(path)
  const value = resolved({ plan: to }, plan)
  const simple = ['number', 'string', 'boolean'].includes(typeof value)
  const where = to.split('.').map(segment => (/^\d+$/.test(segment) ? Number(segment) : segment))
  return (
    <span className="plan-absent">
      同“{whereWords(where, plan)}”{simple && `：${value}`}
      {simple && (
        <Button size="small" onClick={() => set(value)}>
          另行填写
        </Button>
      )}
    </span>
  )
}
