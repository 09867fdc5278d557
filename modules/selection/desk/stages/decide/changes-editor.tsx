import { Button, Input, Select } from 'antd'
import type { HandwrittenChange } from '../../../stages/decide/shared/api.ts'
import { outcomeWords } from '../../words.ts'
import type { StageProps } from '../stage-props.ts'

type ChangesEditorProps = {
  pool: StageProps['stage']['pool']
  changes: HandwrittenChange[]
  onChange: (changes: HandwrittenChange[]) => void
}

const choices = (['out', 'suspended', 'pass'] as const).map(value => ({ value, label: outcomeWords(value).words }))

/** What a leader wrote on the list, name by name: struck out, put off, or kept after all. */
export const ChangesEditor = ({ pool, changes, onChange }: ChangesEditorProps) => {
  const patch = (id: number, change: Partial<HandwrittenChange>) =>
    onChange(changes.map(each => (each.nominationId === id ? { ...each, ...change } : each)))
  const left = pool.filter(({ nominationId }) => !changes.some(each => each.nominationId === nominationId))
  return (
    <div className="decide-changes">
      {changes.map(({ nominationId, outcome, note }) => {
        const name = pool.find(entry => entry.nominationId === nominationId)?.name ?? ''
        return (
          <div key={nominationId} className="decide-change">
            <b>{name}</b>
            <Select
              aria-label={`“${name}”改为`}
              value={outcome}
              options={choices}
              onChange={value => patch(nominationId, { outcome: value })}
            />
            <Input
              aria-label={`“${name}”的改动说明`}
              placeholder="改了什么、为什么（必填）"
              value={note}
              onChange={({ target }) => patch(nominationId, { note: target.value })}
            />
            <Button type="link" onClick={() => onChange(changes.filter(each => each.nominationId !== nominationId))}>
              移除
            </Button>
          </div>
        )
      })}
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        placeholder="选一个有改动的对象（没有就不填）"
        aria-label="添加有手写改动的对象"
        style={{ width: '100%', maxWidth: 360 }}
        options={left.map(({ nominationId, name, unitName }) => ({
          value: nominationId,
          label: `${name}（${unitName}）`,
        }))}
        onChange={(nominationId: number | null) =>
          nominationId && onChange([...changes, { nominationId, outcome: 'out', note: '' }])
        }
      />
    </div>
  )
}
