import { Button, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type DataColumn, DataTable, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { campaignsApi, type Outcome } from '../../shared/index.ts'
import { nameOf, outcomeWords } from '../words.ts'
import type { StageProps, StageView } from './stage-props.ts'

type Entry = StageView['pool'][number]

/** Everyone in the stage with outcome and reason; whoever runs it gives chosen ones theirs. */
export const PoolTable = ({ campaignId, stage }: StageProps) => {
  const [category, setCategory] = useState<string>()
  const [outcome, setOutcome] = useState<string>()
  const [chosen, setChosen] = useState<string[]>([])
  const [judging, setJudging] = useState(false)
  const rows = stage.pool.filter(
    entry => (!category || entry.category === category) && (!outcome || entry.outcome === outcome),
  )
  const judges = stage.permissions.run && stage.state === 'open'
  return (
    <>
      <DataTable
        name={`selection.stage.${stage.kind}`}
        columns={columnsOf(stage)}
        rows={rows}
        rowKey={entry => String(entry.nominationId)}
        empty={{ title: '名单上还没有人', hint: stage.state === 'waiting' ? '上一环节结束后，通过的会进入这里。' : '' }}
        {...(judges && { selection: { keys: chosen, onChange: setChosen } })}
        filters={
          <>
            <Select
              allowClear
              placeholder="全部类别"
              aria-label="类别"
              style={{ width: 180 }}
              options={stage.categories.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={setCategory}
            />
            <Select
              allowClear
              placeholder="全部结果"
              aria-label="结果"
              style={{ width: 120 }}
              options={(['pending', 'pass', 'out', 'suspended'] as const).map(value => ({
                value,
                label: outcomeWords(value).words,
              }))}
              onChange={setOutcome}
            />
          </>
        }
        tools={
          judges &&
          chosen.length > 0 && <Button onClick={() => setJudging(true)}>给出所选{chosen.length}个的结果</Button>
        }
      />
      {judging && (
        <JudgeDialog
          campaignId={campaignId}
          stage={stage}
          ids={chosen.map(Number)}
          onClose={done => {
            setJudging(false)
            if (done) setChosen([])
          }}
        />
      )}
    </>
  )
}

type JudgeProps = StageProps & { ids: number[]; onClose: (done: boolean) => void }

const JudgeDialog = ({ campaignId, stage, ids, onClose }: JudgeProps) => {
  const [outcome, setOutcome] = useState<Outcome>('pass')
  const [reason, setReason] = useState('')
  const judge = useAction(campaignsApi.judgePool, { success: '已记录' })
  const needsReason = outcome === 'out' || outcome === 'suspended'
  const save = async () => {
    const judgements = ids.map(nominationId => ({
      nominationId,
      outcome,
      ...(reason.trim() && { reason: reason.trim() }),
    }))
    const answer = await judge.run({ params: { id: campaignId, stage: stage.key }, body: { judgements } })
    if (answer) onClose(true)
  }
  return (
    <Modal
      open
      title={`给出${ids.length}个推荐对象的结果`}
      okText="保存"
      confirmLoading={judge.running}
      okButtonProps={{ disabled: needsReason && reason.trim() === '' }}
      onOk={save}
      onCancel={() => onClose(false)}
    >
      <Radio.Group
        value={outcome}
        onChange={({ target }) => setOutcome(target.value)}
        options={(['pass', 'out', 'suspended', 'pending'] as const).map(value => ({
          value,
          label: outcomeWords(value).words,
        }))}
      />
      <div className="reason-field">
        <label htmlFor="judge-reason">理由{needsReason && <span className="required">（必填）</span>}</label>
        <Input.TextArea
          id="judge-reason"
          value={reason}
          maxLength={1000}
          showCount
          autoSize={{ minRows: 3 }}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Modal>
  )
}

const columnsOf = ({ categories }: StageView): DataColumn<Entry>[] => [
  {
    key: 'name',
    title: '推荐对象',
    always: true,
    render: entry => (
      <Link to={`/selection/nominations/${entry.nominationId}`}>
        {nameOf({ name: entry.name, id: entry.nominationId })}
      </Link>
    ),
  },
  { key: 'unit', title: '推荐单位', render: entry => entry.unitName },
  ...(categories.length > 1
    ? [
        {
          key: 'category',
          title: '类别',
          render: (entry: Entry) => categories.find(({ key }) => key === entry.category)?.name ?? '—',
        },
      ]
    : []),
  { key: 'rank', title: '排序', align: 'right', render: entry => entry.rank ?? '—' },
  {
    key: 'outcome',
    title: '结果',
    render: entry => <StateTag tone={outcomeWords(entry.outcome).tone}>{outcomeWords(entry.outcome).words}</StateTag>,
  },
  { key: 'reason', title: '理由', render: entry => entry.reason ?? '—' },
]
