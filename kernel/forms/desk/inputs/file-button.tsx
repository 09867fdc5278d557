import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { StoredUpload } from '../../shared/index.ts'
import { useEditing } from '../editor-context.ts'

type FileButtonProps = { id?: string; label: string; accept: string; onStored: (stored: StoredUpload) => void }

/** Chooses a file and stores it; a failure says why beside the button. */
export const FileButton = ({ id, label, accept, onStored }: FileButtonProps) => {
  const { upload, readOnly } = useEditing()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  if (readOnly || !upload) return null
  const send = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setProblem('')
    try {
      onStored(await upload(file))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '上传失败，请重试。')
    } finally {
      setBusy(false)
    }
  }
  return (
    <span className="file-button">
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          void send(target.files?.[0])
          target.value = ''
        }}
      />
      <Button {...(id && { id })} icon={<UploadOutlined />} loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      {problem && (
        <span className="finding finding-block" role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}
