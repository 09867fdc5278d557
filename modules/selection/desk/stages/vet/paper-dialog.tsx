import { Button, Checkbox, DatePicker, Input, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { acceptedFiles, type StoredFile, uploadFile } from '#kernel/files/shared/index.ts'
import { ProblemNotice, Uploader, useAction } from '#platform/ui/desk/index.ts'
import type { Vetting } from '../../../stages/vet/shared/api.ts'
import * as vetApi from '../../../stages/vet/shared/api.ts'
import type { Department } from './departments.tsx'
import type { At } from './vetting-board.tsx'

type Sheet = { sealedOn: string; objections: { nominationId: number | null; reason: string }[] }

/** 代录: one scan of the stamped sheet, the departments that stamped it, and the few names with an objection. */
export const PaperDialog = ({ at, vetting, onClose }: { at: At; vetting: Vetting; onClose: () => void }) => {
  const [file, setFile] = useState<StoredFile>()
  const [sheets, setSheets] = useState<Record<number, Sheet>>({})
  const enter = useAction(vetApi.enterPaper, { success: '已代录', onDone: onClose, quiet: true })
  const waiting = vetting.departments.filter(({ state }) => state === 'open')
  const chosen = Object.entries(sheets)
  const complete = chosen.every(
    ([, { sealedOn, objections }]) =>
      sealedOn && objections.every(({ nominationId, reason }) => nominationId && reason.trim()),
  )
  const save = () =>
    enter.run({
      ...at,
      body: {
        fileKey: file!.key,
        sheets: chosen.map(([requestId, { sealedOn, objections }]) => ({
          requestId: Number(requestId),
          sealedOn,
          objections: objections.map(({ nominationId, reason }) => ({ nominationId: nominationId!, reason })),
        })),
      },
    })
  const set = (requestId: number, sheet: Sheet | undefined) =>
    setSheets(({ [requestId]: _, ...others }) => (sheet ? { ...others, [requestId]: sheet } : others))
  return (
    <Modal
      open
      width={720}
      title="代录盖章的征求意见表"
      okText="代录"
      okButtonProps={{ disabled: !file || chosen.length === 0 || !complete }}
      confirmLoading={enter.running}
      onOk={save}
      onCancel={onClose}
    >
      {enter.problem && <ProblemNotice problem={enter.problem} />}
      <Uploader
        endpoint={uploadFile}
        accept={acceptedFiles}
        label={file ? '重新选择' : '上传盖章扫描件'}
        hint={file ? `已上传：${file.name}` : 'PDF或图片，可以是几个部门盖在一张上的汇总表'}
        onUploaded={setFile}
      />
      <p>勾选已盖章的部门；没有写明异议的名字按“无异议”记录。</p>
      <div className="vet-paper">
        {waiting.map(department => (
          <PaperSheet
            key={department.key}
            department={department}
            names={vetting.names}
            sheet={sheets[department.requestId!]}
            onChange={sheet => set(department.requestId!, sheet)}
          />
        ))}
      </div>
    </Modal>
  )
}

type SheetProps = {
  department: Department
  names: Vetting['names']
  sheet: Sheet | undefined
  onChange: (sheet: Sheet | undefined) => void
}

const PaperSheet = ({ department, names, sheet, onChange }: SheetProps) => (
  <fieldset>
    <Checkbox
      checked={sheet !== undefined}
      onChange={event => onChange(event.target.checked ? { sealedOn: '', objections: [] } : undefined)}
    >
      {department.name}
    </Checkbox>
    {sheet && (
      <>
        <DatePicker
          aria-label={`${department.name}盖章日期`}
          placeholder="盖章日期"
          value={sheet.sealedOn ? dayjs(sheet.sealedOn) : null}
          onChange={day => onChange({ ...sheet, sealedOn: day ? day.format('YYYY-MM-DD') : '' })}
        />
        <Button
          type="link"
          onClick={() => onChange({ ...sheet, objections: [...sheet.objections, { nominationId: null, reason: '' }] })}
        >
          有异议的
        </Button>
        {sheet.objections.map((objection, index) => (
          <Objection
            key={index}
            names={names}
            objection={objection}
            onChange={changed =>
              onChange({
                ...sheet,
                objections: sheet.objections.flatMap((each, at) =>
                  at === index ? (changed ? [changed] : []) : [each],
                ),
              })
            }
          />
        ))}
      </>
    )}
  </fieldset>
)

type ObjectionProps = {
  names: Vetting['names']
  objection: Sheet['objections'][number]
  onChange: (objection: Sheet['objections'][number] | undefined) => void
}

const Objection = ({ names, objection, onChange }: ObjectionProps) => (
  <div className="vet-paper-objection">
    <Select
      aria-label="有异议的推荐对象"
      placeholder="推荐对象"
      value={objection.nominationId}
      options={names.map(({ nominationId, name }) => ({ value: nominationId, label: name }))}
      onChange={nominationId => onChange({ ...objection, nominationId })}
    />
    <Input.TextArea
      aria-label="表上写明的情况"
      placeholder="表上写明的情况；不得填写国家秘密、案件线索"
      value={objection.reason}
      maxLength={2000}
      autoSize
      onChange={event => onChange({ ...objection, reason: event.target.value })}
    />
    <Button onClick={() => onChange(undefined)}>去掉</Button>
  </div>
)
