import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAction } from '#platform/ui/desk/index.ts'
import { importNotice, type NoticePreview, previewImport } from '../shared/api.ts'
import { ImportPreview } from './import-preview.tsx'

type ImportDialogProps = { onClose: () => void; onImported: (year: number) => void }

/** Paste a notice, see what it would do, then import it. What is imported is what was previewed. */
export const ImportDialog = ({ onClose, onImported }: ImportDialogProps) => {
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [seen, setSeen] = useState<{ text: string; preview: NoticePreview }>()
  const preview = useAction(previewImport, {
    changes: [],
    onDone: (answer, { body }) => setSeen({ text: body.text, preview: answer }),
  })
  const save = useAction(importNotice, { success: '已导入', onDone: ({ year }) => onImported(year) })
  const current = seen?.text === text ? seen.preview : undefined
  const ready = current && current.problems.length === 0 && source.trim().length >= 2
  return (
    <Modal
      open
      title="导入放假通知"
      width={760}
      onCancel={onClose}
      footer={[
        <Button
          key="read"
          loading={preview.running}
          disabled={!text.trim()}
          onClick={() => preview.run({ body: { text } })}
        >
          试读
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={!ready}
          loading={save.running}
          onClick={() => save.run({ body: { text, source } })}
        >
          {current?.year ? `导入${current.year}年安排` : '导入'}
        </Button>,
      ]}
    >
      <Form layout="vertical">
        <Form.Item label="依据" htmlFor="notice-source" required extra="文号或标题，留作记录">
          <Input
            id="notice-source"
            value={source}
            maxLength={200}
            placeholder="国办发明电〔2025〕7号"
            onChange={event => setSource(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label="通知全文或表格"
          htmlFor="notice-text"
          required
          extra="把国务院办公厅通知连标题一起粘贴；也可粘贴表格，每行“日期 放假或上班 节日”。"
        >
          <Input.TextArea id="notice-text" rows={8} value={text} onChange={event => setText(event.target.value)} />
        </Form.Item>
      </Form>
      {current && <ImportPreview preview={current} />}
      {seen && !current && <Alert type="info" title="内容已改动，请重新试读。" />}
    </Modal>
  )
}
