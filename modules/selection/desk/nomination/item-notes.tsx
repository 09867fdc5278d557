import { Alert, Button } from 'antd'
import { type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import { focusField } from '#platform/ui/desk/index.ts'
import type { Plan } from '../../shared/index.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import { anchorOf, type Nomination } from './editing.ts'

/** 退回意见 on this nominee, each leading to its field. */
export const ItemNotes = ({ nomination, form, plan }: { nomination: Nomination; form: FormDefinition; plan: Plan }) => {
  if (nomination.returnNotes.length === 0) return null
  const labelOf = (path: string) => {
    const [part, key] = path.split('.')
    if (part === 'answers') return fieldsOf(form).find(field => field.key === key)?.label
    return plan.materials.find(material => material.key === key)?.name
  }
  return (
    <Alert
      className="item-notes"
      type="warning"
      showIcon
      title="上级退回修改"
      description={
        <ul>
          {nomination.returnNotes.map(({ path, comment, dueOn }, index) => (
            <li key={index}>
              {path ? (
                <Button type="link" onClick={() => focusField(anchorOf(path))}>
                  {labelOf(path) ?? '查看'}：{comment}
                </Button>
              ) : (
                comment
              )}{' '}
              {dueOn && <WorkdayDeadline due={dueOn} />}
            </li>
          ))}
        </ul>
      }
    />
  )
}
