import { Button, Checkbox, Form, Input, Radio, Space } from 'antd'
import { useState } from 'react'
import { uploadFile } from '#kernel/files/shared/index.ts'
import { Uploader, useAction } from '#platform/ui/desk/index.ts'
import { decideApi } from '../../../shared/index.ts'
import { decisionForms, type HandwrittenChange, type RoundView } from '../../../stages/decide/shared/api.ts'
import type { StageProps } from '../stage-props.ts'
import { ChangesEditor } from './changes-editor.tsx'

type RoundFormProps = StageProps & { round: RoundView; today: string; onClose: () => void }

const beginning = (round: RoundView, today: string) => ({
  form: round.recorded?.form ?? round.forms[0]!,
  heldOn: round.recorded?.heldOn ?? today,
  body: round.recorded?.body ?? round.body,
  attendees: round.recorded?.attendees ?? '',
  absent: round.recorded?.absent ?? '',
  observers: round.recorded?.observers ?? '',
  minutesNumber: round.recorded?.minutesNumber ?? '',
  resolution: round.recorded?.resolution ?? '',
  files: (round.recorded?.files ?? []).map(({ key, name }) => ({ key, name })),
  changes: (round.recorded?.changes ?? []) as HandwrittenChange[],
  approveRest: round.last,
})

/** Enters a round after it was held: who, when, what, the scan, and what was changed by pen. */
export const RoundForm = ({ campaignId, stage, round, today, onClose }: RoundFormProps) => {
  const [given, setGiven] = useState(() => beginning(round, today))
  const set = (change: Partial<typeof given>) => setGiven(before => ({ ...before, ...change }))
  const record = useAction(decideApi.recordRound, { success: '已登记', onDone: onClose })
  const missing = !given.attendees.trim() || !given.resolution.trim() || !given.heldOn
  const noScan = given.changes.length > 0 && given.files.length === 0
  const noNote = given.changes.some(({ note }) => !note.trim())
  const save = () =>
    record.run({
      params: { id: campaignId, stage: stage.key, round: round.round },
      body: { ...given, files: given.files.map(({ key }) => key) },
    })
  return (
    <Form layout="vertical" onFinish={save}>
      <Form.Item label="方式">
        <Radio.Group
          value={given.form}
          onChange={({ target }) => set({ form: target.value })}
          options={round.forms.map(value => ({ value, label: decisionForms[value] }))}
        />
      </Form.Item>
      <Form.Item label="日期" htmlFor="round-date">
        <Input
          id="round-date"
          type="date"
          max={today}
          value={given.heldOn}
          style={{ width: 180 }}
          onChange={({ target }) => set({ heldOn: target.value })}
        />
      </Form.Item>
      <TextItem label="会议或领导" value={given.body} onChange={body => set({ body })} />
      <TextItem
        label={given.form === 'meeting' ? '参加人员' : '签批人'}
        value={given.attendees}
        onChange={attendees => set({ attendees })}
      />
      {given.form === 'meeting' && (
        <>
          <TextItem label="请假人员（没有的不填）" value={given.absent} onChange={absent => set({ absent })} />
          <TextItem label="列席人员（没有的不填）" value={given.observers} onChange={observers => set({ observers })} />
          <TextItem
            label="纪要期号（如“第5期”，印在纪要标志下方）"
            value={given.minutesNumber}
            onChange={minutesNumber => set({ minutesNumber })}
          />
        </>
      )}
      <TextItem label="结论" rows={3} value={given.resolution} onChange={resolution => set({ resolution })} />
      <Form.Item label="手写改动">
        <ChangesEditor pool={stage.pool} changes={given.changes} onChange={changes => set({ changes })} />
      </Form.Item>
      <Form.Item label="扫描件">
        {given.files.map(({ key, name }) => (
          <p key={key} className="decide-file">
            {name}
            <Button
              type="link"
              size="small"
              onClick={() => set({ files: given.files.filter(file => file.key !== key) })}
            >
              移除
            </Button>
          </p>
        ))}
        <Uploader
          endpoint={uploadFile}
          accept=".pdf,image/*"
          multiple
          label="上传扫描件"
          hint="会议纪要、签批页等，PDF 或图片。"
          onUploaded={({ key, name }) => setGiven(now => ({ ...now, files: [...now.files, { key, name }] }))}
        />
        {noScan && <p className="decide-wrong">有手写改动的，请上传改动那一页。</p>}
      </Form.Item>
      {round.last && (
        <Form.Item>
          <Checkbox checked={given.approveRest} onChange={({ target }) => set({ approveRest: target.checked })}>
            其余的按所报名单通过
          </Checkbox>
        </Form.Item>
      )}
      <Space>
        <Button type="primary" htmlType="submit" disabled={missing || noScan || noNote} loading={record.running}>
          保存登记
        </Button>
        <Button onClick={onClose}>取消</Button>
      </Space>
    </Form>
  )
}

type TextItemProps = { label: string; value: string; rows?: number; onChange: (value: string) => void }

const TextItem = ({ label, value, rows = 1, onChange }: TextItemProps) => (
  <Form.Item label={label} htmlFor={`round-${label}`}>
    <Input.TextArea
      id={`round-${label}`}
      value={value}
      autoSize={{ minRows: rows, maxRows: 10 }}
      onChange={({ target }) => onChange(target.value)}
    />
  </Form.Item>
)
