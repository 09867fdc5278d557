import { Button, Input } from 'antd'
import { readFile, uploadFile } from '#kernel/files/shared/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'
import { Uploader } from '#platform/ui/desk/index.ts'
import type { HandedIn } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'
import './papers.css'

type Props = {
  label: string
  required: boolean
  clause: string
  given: HandedIn | undefined
  readOnly: boolean
  path: string
  onChange: (given: HandedIn | undefined) => void
}

export const fileUrl = (key: string) => addressOf(readFile.path, { key })

/** One paper to hand in: its scan, or the date by which it is promised. */
export const PaperLine = ({ label, required, clause, given, readOnly, path, onChange }: Props) => (
  <div className="paper-line" data-path={path}>
    <div>
      <b>{label}</b>
      {required && <span className="required">（必交）</span>}
      {clause && <small>{clause}</small>}
    </div>
    <div className="paper-given">
      {given?.fileId && (
        <a href={fileUrl(given.fileId)} target="_blank" rel="noreferrer">
          {given.name ?? '已上传'}
        </a>
      )}
      {!given?.fileId && readOnly && <span>{given?.promisedBy ? `承诺${given.promisedBy}前补交` : '未交'}</span>}
      {!readOnly && (
        <>
          <Uploader
            endpoint={uploadFile}
            accept="application/pdf,image/jpeg,image/png"
            label={given?.fileId ? '更换' : '上传'}
            onUploaded={stored => onChange({ fileId: stored.key, name: stored.name })}
          />
          {!given?.fileId && (
            <Labelled label="或承诺补交日期">
              <Input
                type="date"
                value={given?.promisedBy ?? ''}
                onChange={({ target }) => onChange(target.value ? { promisedBy: target.value } : undefined)}
              />
            </Labelled>
          )}
          {given?.fileId && (
            <Button type="link" onClick={() => onChange(undefined)}>
              移除
            </Button>
          )}
        </>
      )}
    </div>
  </div>
)
