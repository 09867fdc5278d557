import { DatePicker, Modal } from 'antd'
import { useState } from 'react'
import { acceptedFiles, type StoredFile, uploadFile } from '#kernel/files/shared/index.ts'
import { ProblemNotice, Uploader, useAction } from '#platform/ui/desk/index.ts'
import { keepPromise, type PromisedItem } from '../../stages/recommend/shared/api.ts'
import { Labelled } from '../labelled.tsx'

/** 补交: the stamped page and its date; nothing else of what was handed in changes. */
export const KeepPromise = ({ item, onClose }: { item: PromisedItem; onClose: () => void }) => {
  const [file, setFile] = useState<StoredFile>()
  const [sealedOn, setSealedOn] = useState<string>()
  const keep = useAction(keepPromise, { success: '已补交', onDone: onClose, quiet: true })
  const isSeal = !item.path.includes('materials.') && (item.path === 'report' || !item.path.startsWith('report.'))
  const save = () =>
    keep.run({
      params: { id: item.submissionId },
      body: {
        nominationId: item.nominationId,
        path: item.path,
        fileKey: file!.key,
        ...(sealedOn && { sealedOn }),
      },
    })
  return (
    <Modal
      open
      title={`补交${item.name ? `“${item.name}”` : ''}${item.label}`}
      okText="补交"
      okButtonProps={{ disabled: !file || (isSeal && !sealedOn) }}
      confirmLoading={keep.running}
      onOk={save}
      onCancel={onClose}
    >
      {keep.problem && <ProblemNotice problem={keep.problem} />}
      <Uploader
        endpoint={uploadFile}
        accept={acceptedFiles}
        label={file ? '重新选择' : '上传扫描件'}
        hint={file ? `已上传：${file.name}` : 'PDF或图片'}
        onUploaded={setFile}
      />
      {isSeal && (
        <Labelled label="盖章日期">
          <DatePicker onChange={day => setSealedOn(day ? day.format('YYYY-MM-DD') : undefined)} />
        </Labelled>
      )}
      <p>已上报或已接收的也可以补交，不必退回。</p>
    </Modal>
  )
}
