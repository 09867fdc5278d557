import { Button } from 'antd'
import { useState } from 'react'
import { readFile } from '#kernel/files/shared/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'
import { dateWords, StateTag } from '#platform/ui/desk/index.ts'
import type { Vetting } from '../../../stages/vet/shared/api.ts'
import { RecipientDialog } from './recipient-dialog.tsx'

export type Department = Vetting['departments'][number]

/** Each department: asked how, answered when and by whom. */
export const Departments = ({ vetting }: { vetting: Vetting }) => {
  const [chosen, setChosen] = useState<Department>()
  const shown = vetting.departments.filter(({ regulator, requestId }) => !regulator || requestId !== null)
  return (
    <>
      <ul className="vet-departments">
        {shown.map(department => (
          <li key={department.key}>
            <span>
              {department.name}
              {department.currentName && <small>（{department.currentName}）</small>}
            </span>
            <span>
              <State department={department} /> <small>{wayOf(department)}</small>
              {department.scanKey && (
                <>
                  {' '}
                  <a href={addressOf(readFile.path, { key: department.scanKey })} target="_blank" rel="noreferrer">
                    查看盖章件
                  </a>
                </>
              )}
            </span>
            {vetting.permissions.ask && department.state === 'open' && (
              <Button size="small" onClick={() => setChosen(department)}>
                送达
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen && <RecipientDialog department={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}

const State = ({ department: { state, asked, given } }: { department: Department }) => {
  if (state === 'unasked') return <StateTag>未征求</StateTag>
  if (state === 'answered') return <StateTag tone="done">已回复</StateTag>
  return <StateTag tone="near">{given > 0 ? `已回复${given}/${asked}` : '未回复'}</StateTag>
}

const wayOf = ({ state, answeredAt, answeredBy, enteredBy, unit, slip, remindedAt }: Department): string => {
  if (state === 'answered' && enteredBy) return `${dateWords(answeredAt!)} 由${enteredBy}按盖章件代录`
  if (state === 'answered') return [dateWords(answeredAt!), answeredBy].filter(Boolean).join(' ')
  const parts = [
    unit && `由${unit.name}回复`,
    slip && `链接已发${slip.holder}（${slip.maskedPhone}）${slip.opened ? '，已打开' : ''}`,
    remindedAt && `${dateWords(remindedAt)}提醒过`,
  ].filter(Boolean)
  if (state === 'open' && parts.length === 0) return '待送达：可指定单位、发手机链接或送纸质件'
  return parts.join('；')
}
