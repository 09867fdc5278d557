import { Button } from 'antd'
import { uploadFile } from '#kernel/files/shared/api.ts'
import { Uploader } from '#platform/ui/desk/index.ts'
import { fileUrl } from '../../papers/paper-line.tsx'
import type { Shown } from './inspect-types.ts'

type Props = { label: string; files: Shown[]; editable: boolean; onChange: (files: Shown[]) => void }

/** Scans and photos: what is there, and a button for more. */
export const Papers = ({ label, files, editable, onChange }: Props) => (
  <div className="papers">
    <span>{label}：</span>
    {files.length === 0 && !editable && '无'}
    {files.map(({ key, name }) => (
      <span key={key} className="paper">
        <a href={fileUrl(key)} target="_blank" rel="noreferrer">
          {name}
        </a>
        {editable && (
          <Button type="text" size="small" onClick={() => onChange(files.filter(file => file.key !== key))}>
            删除
          </Button>
        )}
      </span>
    ))}
    {editable && (
      <Uploader
        endpoint={uploadFile}
        accept="image/*,.pdf"
        multiple
        label={`上传${label}`}
        onUploaded={({ key, name, kind }) => onChange([...files, { key, name, kind }])}
      />
    )}
  </div>
)
