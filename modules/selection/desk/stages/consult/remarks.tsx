import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { StateTag, type Tone, useAction, useUnsavedGuard } from '#platform/ui/desk/index.ts'
import { type Advice, advices, type Consultation, remarkConsultation } from '../../../stages/consult/shared/api.ts'
import '../vet/vet.css'

type Sent = NonNullable<Consultation['sent']>
type Props = { params: { id: number; stage: string }; consultation: Consultation; sent: Sent }

const tones: Record<Advice, Tone> = { keep: 'done', adjust: 'bad', careful: 'near' }
const options = Object.entries(advices).map(([value, label]) => ({ value: value as Advice, label }))

/** The names with what was said of each; the organiser writes, the unit reads. */
export const Remarks = ({ params, consultation, sent }: Props) => {
  const [given, setGiven] = useState<Record<number, { advice: Advice; words: string }>>({})
  const save = useAction(remarkConsultation, { success: '意见已返回推荐单位', onDone: () => setGiven({}) })
  const typed = Object.entries(given).map(([id, remark]) => ({ nominationId: Number(id), ...remark }))
  useUnsavedGuard(typed.length > 0)
  const lacking = typed.some(({ advice, words }) => advice !== 'keep' && !words.trim())
  return (
    <>
      <div className="vet-matrix">
        <table>
          <thead>
            <tr>
              <th scope="col">推荐对象</th>
              <th scope="col">单位职务</th>
              <th scope="col">意见</th>
            </tr>
          </thead>
          <tbody>
            {sent.names.map(name => (
              <tr key={name.nominationId}>
                <th scope="row">
                  {name.rank !== null && <span className="num">{name.rank}. </span>}
                  {name.name}
                  <small>{name.categoryName}</small>
                </th>
                <td>{[name.workplace, name.post].filter(Boolean).join('　')}</td>
                <td>
                  {consultation.permissions.remark ? (
                    <RemarkInput
                      name={name}
                      value={given[name.nominationId] ?? name.remark}
                      onChange={remark => setGiven(before => ({ ...before, [name.nominationId]: remark }))}
                    />
                  ) : (
                    <RemarkView remark={name.remark} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {consultation.permissions.remark && (
        <Button
          type="primary"
          style={{ marginTop: 12 }}
          disabled={typed.length === 0 || lacking}
          loading={save.running}
          onClick={() => save.run({ params, body: { remarks: typed } })}
        >
          返回意见
        </Button>
      )}
    </>
  )
}

const RemarkView = ({ remark }: { remark: Sent['names'][number]['remark'] }) =>
  remark ? (
    <>
      <StateTag tone={tones[remark.advice]}>{advices[remark.advice]}</StateTag>
      {remark.words && <p className="vet-case">{remark.words}</p>}
    </>
  ) : (
    <small>尚无意见</small>
  )

type InputProps = {
  name: Sent['names'][number]
  value: { advice: Advice; words: string } | null
  onChange: (remark: { advice: Advice; words: string }) => void
}

const RemarkInput = ({ name, value, onChange }: InputProps) => (
  <>
    <Select
      aria-label={`对${name.name}的意见`}
      placeholder="选择意见"
      style={{ width: 120 }}
      value={value?.advice ?? null}
      options={options}
      onChange={advice => onChange({ advice, words: value?.words ?? '' })}
    />
    {value && (
      <Input.TextArea
        aria-label={`对${name.name}的具体意见`}
        style={{ marginTop: 6 }}
        value={value.words}
        maxLength={500}
        autoSize
        placeholder={value.advice === 'keep' ? '可不填' : '请写明具体意见'}
        status={value.advice !== 'keep' && !value.words.trim() ? 'error' : ''}
        onChange={event => onChange({ ...value, words: event.target.value })}
      />
    )}
  </>
)
