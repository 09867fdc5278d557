import { Input, Radio } from 'antd'
import { useState } from 'react'
import { ConfirmAction, StateTag, type Tone, useAction } from '#platform/ui/desk/index.ts'
import * as vetApi from '../../../stages/vet/shared/api.ts'
import { type Verdict, type Vetting, verdicts } from '../../../stages/vet/shared/api.ts'

type Opinion = Vetting['names'][number]['opinions'][number]

const tones: Record<Verdict, Tone> = { unasked: 'plain', waiting: 'near', none: 'done', objection: 'bad' }

/** Names down, departments across. Whoever may read reasons finds them in place, with the conclusion to write. */
export const Matrix = ({ vetting }: { vetting: Vetting }) => {
  const columns = vetting.departments.filter(({ requestId }) => requestId !== null)
  return (
    <div className="vet-matrix">
      <table>
        <thead>
          <tr>
            <th scope="col">推荐对象</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vetting.names.map(name => (
            <tr key={name.nominationId}>
              <th scope="row">
                {name.name}
                <small>
                  {name.categoryName} · {name.unitName}
                </small>
              </th>
              {columns.map(({ key, name: department }) => (
                <td key={key} data-department={department}>
                  <Cell
                    nominationId={name.nominationId}
                    name={name.name}
                    opinion={name.opinions.find(({ department }) => department === key)}
                    officer={vetting.permissions.conclude}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = { nominationId: number; name: string; opinion: Opinion | undefined; officer: boolean }

const Cell = ({ nominationId, name, opinion, officer }: CellProps) => {
  if (!opinion) return <small>—</small>
  return (
    <>
      <StateTag tone={tones[opinion.verdict]}>{verdicts[opinion.verdict]}</StateTag>
      {opinion.channel === 'paper' && <small>盖章件代录</small>}
      {opinion.conclusion && <small>{opinion.conclusion === 'continue' ? '结论：继续推荐' : '结论：不再推荐'}</small>}
      {opinion.verdict === 'objection' && !opinion.conclusion && <small>待作出处理结论</small>}
      {opinion.reason && <p className="vet-case">{opinion.reason}</p>}
      {opinion.conclusionReason && <p className="vet-case">{opinion.conclusionReason}</p>}
      {officer && opinion.verdict === 'objection' && !opinion.conclusion && (
        <Conclude requestId={opinion.requestId} nominationId={nominationId} name={name} />
      )}
    </>
  )
}

const Conclude = ({ requestId, nominationId, name }: { requestId: number; nominationId: number; name: string }) => {
  const [conclusion, setConclusion] = useState<'continue' | 'stop'>('continue')
  const [reason, setReason] = useState('')
  const conclude = useAction(vetApi.concludeOpinion, { success: '结论已记录' })
  return (
    <ConfirmAction
      label="处理"
      title={`对“${name}”的异议作出结论`}
      button={{ size: 'small' }}
      onConfirm={() =>
        conclude.run({ params: { id: requestId }, body: { nominationId, conclusion, reason: reason.trim() } })
      }
    >
      <Radio.Group
        value={conclusion}
        onChange={event => setConclusion(event.target.value)}
        options={[
          { value: 'continue', label: '继续推荐' },
          { value: 'stop', label: '不再推荐' },
        ]}
      />
      <Input.TextArea
        aria-label="结论和理由"
        value={reason}
        maxLength={2000}
        autoSize={{ minRows: 3 }}
        placeholder="写明核实情况和结论，存档备查；不得填写国家秘密、案件线索"
        onChange={event => setReason(event.target.value)}
      />
      <p>作出后不能修改，只有本单位异议受理人能看到理由。</p>
    </ConfirmAction>
  )
}
