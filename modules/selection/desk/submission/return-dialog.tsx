import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { useCalendar } from '#kernel/calendar/desk/index.tsx'
import { addWorkdays } from '#kernel/calendar/shared/index.ts'
import { useAction } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'
import { nameOf } from '../words.ts'
import { WorkdayDeadline } from '../workday-deadline.tsx'
import type { Submission } from './findings.ts'

/** One thing to change: of a nominee or the whole, at a field or not. */
type Item = { nominationId: number | null; path?: string; comment: string }

const DEFAULT_WORKDAYS = 2

/** 退回修改: a comment per item at its field, and a deadline of its own. */
export const ReturnDialog = ({ submission, onClose }: { submission: Submission; onClose: () => void }) => {
  const [items, setItems] = useState<Item[]>([{ nominationId: submission.nominations[0]?.id ?? null, comment: '' }])
  const [dueOn, setDueOn] = useDefaultDue()
  const give = useAction(submissionsApi.giveBack, { success: '已退回', onDone: onClose })
  const ready = dueOn !== '' && items.every(({ comment }) => comment.trim() !== '')
  return (
    <Modal
      open
      width={720}
      title={`退回${submission.unitName}修改`}
      okText="退回"
      okButtonProps={{ danger: true, disabled: !ready }}
      confirmLoading={give.running}
      mask={{ closable: false }}
      onOk={() => give.run({ params: { id: submission.id }, body: { dueOn, items } })}
      onCancel={onClose}
    >
      <ol className="return-items">
        {items.map((item, index) => (
          <ReturnItem
            key={index}
            submission={submission}
            item={item}
            onChange={next => setItems(items.map((each, at) => (at === index ? next : each)))}
            {...(items.length > 1 && { onRemove: () => setItems(items.filter((_, at) => at !== index)) })}
          />
        ))}
      </ol>
      <Button icon={<PlusOutlined />} onClick={() => setItems([...items, { ...items.at(-1)!, comment: '' }])}>
        再加一条
      </Button>
      <Labelled label="重报期限" className="return-due">
        <Input type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
      </Labelled>
      {dueOn && <WorkdayDeadline due={dueOn} />}
      <p className="field-hint">只点到的推荐对象会打开修改；有一条写“整体”的，全部打开。该单位会看到这些意见。</p>
    </Modal>
  )
}

type ItemProps = { submission: Submission; item: Item; onChange: (item: Item) => void; onRemove?: () => void }

const ReturnItem = ({ submission, item, onChange, onRemove }: ItemProps) => {
  const nominee = submission.nominations.find(({ id }) => id === item.nominationId)
  const fields = nominee ? (submission.asks.fields[nominee.category] ?? []) : []
  const withField = (path: string | undefined): Item => {
    const { path: _, ...rest } = item
    return path ? { ...rest, path } : rest
  }
  return (
    <li>
      <div>
        <Select
          aria-label="推荐对象"
          value={item.nominationId ?? 0}
          style={{ minWidth: 180 }}
          options={[
            { value: 0, label: '整体' },
            ...submission.nominations.map(each => ({ value: each.id, label: nameOf(each) })),
          ]}
          onChange={id => onChange({ nominationId: id === 0 ? null : id, comment: item.comment })}
        />
        {nominee && (
          <Select
            aria-label="栏目"
            allowClear
            showSearch
            optionFilterProp="label"
            placeholder="哪一栏（可不选）"
            value={item.path ?? null}
            style={{ minWidth: 200 }}
            options={fields.map(({ path, label }) => ({ value: path, label }))}
            onChange={path => onChange(withField(path ?? undefined))}
          />
        )}
        {onRemove && <Button type="text" icon={<DeleteOutlined />} aria-label="删去这一条" onClick={onRemove} />}
      </div>
      <Input.TextArea
        aria-label="要修改什么"
        placeholder="写明要修改什么、怎样才算改好"
        value={item.comment}
        maxLength={1000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={({ target }) => onChange({ ...item, comment: target.value })}
      />
    </li>
  )
}

/** Two working days on, until someone chooses another day. */
const useDefaultDue = () => {
  const { today } = useSession()
  const { data: calendar } = useCalendar()
  const [chosen, setChosen] = useState<string>()
  const offered = calendar ? addWorkdays(calendar, today, DEFAULT_WORKDAYS).date : ''
  return [chosen ?? offered, setChosen] as const
}
