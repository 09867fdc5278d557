import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { Sheet, useAction } from '#platform/ui/desk/index.ts'
import { projectApi } from '../../shared/index.ts'

type Props = { project: projectApi.ProjectView }

const texts = [
  { value: 'party-members', label: '党员为群众办实事项目' },
  { value: 'representatives', label: '村（居）民代表为群众办实事项目' },
]

/** 标牌: which of the two, when it was ordered and when it was hung. */
export const PlaquePanel = ({ project }: Props) => {
  const { plaque, permissions } = project
  return (
    <Sheet title="标牌">
      {plaque ? (
        <p>
          {texts.find(({ value }) => value === plaque.textKey)?.label}，
          {plaque.hungOn ? `${chineseDate(plaque.hungOn)}挂牌` : '已安排制作'}。
        </p>
      ) : (
        <p>还没有安排制作。</p>
      )}
      {permissions.plaque && !plaque?.hungOn && <Order project={project} />}
      {plaque && !plaque.hungOn && permissions.hang && <Hang project={project} />}
    </Sheet>
  )
}

const Order = ({ project: { id, plaque, plaqueFits } }: Props) => {
  const [textKey, setText] = useState(plaque?.textKey ?? plaqueFits)
  const order = useAction(projectApi.orderPlaque, { success: '已登记制作' })
  return (
    <>
      <Radio.Group vertical value={textKey} options={texts} onChange={({ target }) => setText(target.value)} />
      <div className="micro-walk">
        <Button loading={order.running} onClick={() => order.run({ params: { id }, body: { textKey } })}>
          {plaque ? '更改样式' : '安排制作'}
        </Button>
      </div>
    </>
  )
}

const Hang = ({ project: { id } }: Props) => {
  const { today } = useSession()
  const [hungOn, setDay] = useState(today)
  const hang = useAction(projectApi.hangPlaque, { success: '已登记挂牌' })
  return (
    <div className="micro-walk">
      <Input
        aria-label="挂牌日期"
        type="date"
        max={today}
        value={hungOn}
        onChange={({ target }) => setDay(target.value)}
      />
      <Button loading={hang.running} onClick={() => hang.run({ params: { id }, body: { hungOn } })}>
        登记挂牌
      </Button>
    </div>
  )
}
