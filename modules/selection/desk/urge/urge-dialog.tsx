import { Checkbox, Modal, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { useCalendar } from '#kernel/calendar/desk/index.tsx'
import { workdaysBetween } from '#kernel/calendar/shared/index.ts'
import { Answered, EmptyState } from '#platform/ui/desk/index.ts'
import type { Overview } from '../campaigns/funnel-stages.ts'
import { UrgeContacts } from './urge-contacts.tsx'
import { UrgeMessage } from './urge-message.tsx'
import { UrgePicture } from './urge-picture-view.tsx'
import { UrgeText } from './urge-text.tsx'
import { type UrgedUnit, type UrgeKind, type Urging, urgeKinds } from './urge-words.ts'
import { useUrgedUnits } from './urged-units.ts'
import './urge.css'

type Props = { campaign: Overview; chosen: number[]; onClose: () => void }

/** 一键催报: choose why, take units out, then tell them in the way the office is used to. */
const UrgeDialog = ({ campaign, chosen, onClose }: Props) => {
  const list = useUrgedUnits(campaign.id)
  return (
    <Modal open width={760} title="一键催报" footer={null} onCancel={onClose}>
      <Answered of={list}>
        {all => {
          const units = chosen.length > 0 ? all.filter(unit => chosen.includes(unit.submissionId)) : all
          return units.length > 0 ? (
            <UrgeBoard campaign={campaign} units={units} />
          ) : (
            <EmptyState title="没有需要催的单位" hint="所有单位都已上报，也没有待补章、待修改的。" />
          )
        }}
      </Answered>
    </Modal>
  )
}

const UrgeBoard = ({ campaign, units }: { campaign: Overview; units: UrgedUnit[] }) => {
  const [kinds, setKinds] = useState<UrgeKind[]>(Object.keys(urgeKinds) as UrgeKind[])
  const [out, setOut] = useState<number[]>([])
  const considered = units.filter(({ kind }) => kinds.includes(kind))
  const urging = useUrging(
    campaign,
    considered.filter(({ submissionId }) => !out.includes(submissionId)),
  )
  return (
    <>
      <Checkbox.Group
        aria-label="催报原因"
        value={kinds}
        onChange={setKinds}
        options={(Object.keys(urgeKinds) as UrgeKind[]).map(value => ({
          value,
          label: `${urgeKinds[value].label} ${units.filter(({ kind }) => kind === value).length}`,
        }))}
      />
      <fieldset className="urged">
        <legend>选中的单位（{urging.units.length}个）</legend>
        {considered.map(({ submissionId, unitName, note }) => (
          <Checkbox
            key={submissionId}
            checked={!out.includes(submissionId)}
            onChange={({ target }) =>
              setOut(target.checked ? out.filter(id => id !== submissionId) : [...out, submissionId])
            }
          >
            {unitName}
            {note && <small>　{note}</small>}
          </Checkbox>
        ))}
      </fieldset>
      <Tabs
        items={[
          { key: 'text', label: '微信群文字', children: <UrgeText urging={urging} /> },
          { key: 'picture', label: '名单图片', children: <UrgePicture urging={urging} /> },
          { key: 'contacts', label: '电话名单', children: <UrgeContacts campaignId={campaign.id} urging={urging} /> },
          {
            key: 'message',
            label: '站内消息和短信',
            children: <UrgeMessage campaignId={campaign.id} urging={urging} />,
          },
        ]}
      />
    </>
  )
}

const useUrging = (campaign: Overview, units: UrgedUnit[]): Urging => {
  const { today } = useSession()
  const { data: calendar } = useCalendar()
  const dueOn = campaign.stages.find(({ kind }) => kind === 'recommend')?.dueOn ?? null
  const workdaysLeft = useMemo(
    () => (calendar && dueOn ? workdaysBetween(calendar, today, dueOn).workdays : null),
    [calendar, today, dueOn],
  )
  return { shortTitle: campaign.shortTitle, dueOn, workdaysLeft, units }
}

export default UrgeDialog
