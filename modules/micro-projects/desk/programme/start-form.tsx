import { Form, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { ConfirmAction, ProblemNotice, Sheet, useAction, useUnsavedGuard } from '#platform/ui/desk/index.ts'
import { type Programme, programmeApi, yuan } from '../../shared/index.ts'

type Props = {
  /** Last year's programme of this sub-district (`own`), or one that came with the product. */
  model: Programme
  own: boolean
  year: number
  unitName: string
}

const allowedTo = [
  { value: 'both', label: '党员和村（居）民代表' },
  { value: 'members', label: '仅党员' },
  { value: 'representatives', label: '仅村（居）民代表' },
]

/** 启动年度活动: what another sub-district or year says differently is asked; the rest stands as in the model. */
export const StartForm = ({ model, own, year, unitName }: Props) => {
  const [begun] = useState(() => beginning(model, own, year, unitName))
  const [value, setValue] = useState(begun)
  const start = useAction(programmeApi.startProgramme, { success: '已启动', quiet: true })
  const set = (part: Partial<Programme>) => setValue({ ...value, ...part })
  const fields = { value, set }
  const missing = required.filter(([of]) => value[of].trim() === '').map(([, name]) => name)
  useUnsavedGuard(value !== begun && !start.running)
  return (
    <Sheet title={`启动${year}年度活动`} className="micro-start">
      <p className="micro-total">
        {own ? '已照上一年度填好，请核对后填写新的文号。' : '已照随产品提供的范例填好，请按本街道的通知核对修改。'}
        启动以前什么都可以改；启动以后只能改监督单位、监督电话和批准会议。
      </p>
      <Form layout="vertical">
        {required.map(([of, label]) => (
          <Words key={of} label={label} of={of} {...fields} />
        ))}
        <Words label="监督电话（可以以后再填）" of="supervisorPhone" {...fields} />
        <Form.Item label="谁有额度">
          <Radio.Group
            aria-label="谁有额度"
            options={allowedTo}
            value={value.allowanceFor}
            onChange={({ target }) => set({ allowanceFor: target.value as Programme['allowanceFor'] })}
          />
        </Form.Item>
        <div className="micro-counts">
          <Count
            label="每人每年额度（元）"
            value={value.perPersonFen / 100}
            onChange={n => set({ perPersonFen: n * 100 })}
          />
          <Count label="签名群众最少户数" value={value.minHouseholds} onChange={n => set({ minHouseholds: n })} />
          <Count label="公示最少工作日" value={value.publicityWorkdays} onChange={n => set({ publicityWorkdays: n })} />
        </div>
      </Form>
      <Kinds kinds={value.expenseKinds} />
      {start.problem && <ProblemNotice problem={start.problem} />}
      {missing.length > 0 && <p className="micro-total">还需要填写：{missing.join('、')}。</p>}
      <ConfirmAction
        label="核对无误，启动"
        title={`启动${year}年度活动？`}
        onConfirm={() =>
          start.run({ body: { programme: { ...value, supervisorPhone: value.supervisorPhone?.trim() || null } } })
        }
        button={{ type: 'primary', size: 'large', block: true, disabled: missing.length > 0, loading: start.running }}
      >
        名册上的{allowedTo.find(each => each.value === value.allowanceFor)?.label}各得{yuan(value.perPersonFen)}
        元额度，村（社区）即可申报。启动以后只能改监督单位、监督电话和批准会议。
      </ConfirmAction>
    </Sheet>
  )
}

const beginning = (model: Programme, own: boolean, year: number, unitName: string): Programme => ({
  ...model,
  ...{ year, id: `year-${year}`, documentNo: '' },
  ...(!own && {
    ...{ issuer: `中共${unitName}工委`, meetingBody: `${unitName}党工委会议` },
    ...{ supervisor: `${unitName}基层党建办公室`, supervisorPhone: '' },
  }),
})

const required = [
  ['title', '活动名称'],
  ['documentNo', '文号'],
  ['issuer', '发文机关'],
  ['meetingBody', '批准会议'],
  ['fundingSource', '经费来源'],
  ['supervisor', '监督单位'],
] as const

/** 开支范围 as the model has it: what may be bought, and what never. */
const Kinds = ({ kinds }: { kinds: Programme['expenseKinds'] }) => {
  const names = (allowed: boolean) => kinds.filter(kind => kind.allowed === allowed).map(({ name }) => name)
  return (
    <p>
      可以开支：{names(true).join('、')}。{names(false).length > 0 && `不得开支：${names(false).join('、')}。`}
    </p>
  )
}

type Text = (typeof required)[number][0] | 'supervisorPhone'
type WordsProps = { label: string; of: Text; value: Programme; set: (part: Partial<Programme>) => void }

const longest: Partial<Record<Text, number>> = { title: 100, issuer: 100, supervisorPhone: 40 }

const Words = ({ label, of, value, set }: WordsProps) => (
  <Form.Item label={label} htmlFor={of}>
    <Input
      id={of}
      maxLength={longest[of] ?? 60}
      value={value[of] ?? ''}
      {...(of === 'supervisorPhone' && { inputMode: 'tel' as const })}
      onChange={({ target }) => set({ [of]: target.value })}
    />
  </Form.Item>
)

type CountProps = { label: string; value: number; onChange: (value: number) => void }

const Count = ({ label, value, onChange }: CountProps) => (
  <Form.Item label={label} htmlFor={label}>
    <InputNumber
      id={label}
      min={1}
      max={100_000}
      precision={0}
      inputMode="numeric"
      value={value}
      onChange={n => onChange(n ?? 1)}
    />
  </Form.Item>
)
