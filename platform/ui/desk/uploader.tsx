import { UploadOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type ReactNode, useRef } from 'react'
import { addressOf, type QueryValues } from '#platform/http/shared/address.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { AnyEndpoint } from './call.ts'
import { type Upload, useUploads } from './use-uploads.ts'

type UploaderProps<E extends AnyEndpoint> = {
  /** Takes the file as its raw body and its name as the query `name`; a long one in pieces, where it is resumable. */
  endpoint: E
  onUploaded: (stored: AnswerOf<E>, file: File) => void
  params?: Record<string, unknown>
  query?: QueryValues
  /** As the input's `accept`; the server looks at the content all the same. */
  accept?: string
  multiple?: boolean
  /** On the button: “选择照片”. */
  label?: string
  /** Below it: kinds, sizes, how many. */
  hint?: ReactNode
  disabled?: boolean
}

/** Chooses files and sends them, showing how far each is; a failed one stays with its reason and can be sent again. */
export const Uploader = <E extends AnyEndpoint>(props: UploaderProps<E>) => {
  const { endpoint, onUploaded, params, query, accept, multiple, label = '选择文件', hint, disabled } = props
  const input = useRef<HTMLInputElement>(null)
  const { uploads, add, retry, cancel } = useUploads<AnswerOf<E>>({
    addressOf: file => addressOf(endpoint.path, params, { ...query, name: file.name }),
    resumable: endpoint.resumable,
    onUploaded,
  })
  return (
    <div className="uploader">
      <input
        ref={input}
        type="file"
        hidden
        // Inside a form antd shows every file input; ours is opened by its button.
        style={{ display: 'none' }}
        {...(accept && { accept })}
        multiple={Boolean(multiple)}
        onChange={({ target }) => {
          add([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <Button icon={<UploadOutlined />} disabled={Boolean(disabled)} onClick={() => input.current?.click()}>
        {label}
      </Button>
      {hint && <p className="upload-hint">{hint}</p>}
      {uploads.length > 0 && (
        <ul className="uploads" aria-label="正在上传">
          {uploads.map(upload => (
            <UploadLine key={upload.key} upload={upload} onRetry={retry} onCancel={cancel} />
          ))}
        </ul>
      )}
    </div>
  )
}

type UploadLineProps = { upload: Upload; onRetry: (upload: Upload) => void; onCancel: (upload: Upload) => void }

const UploadLine = ({ upload, onRetry, onCancel }: UploadLineProps) => (
  <li>
    <span className="file-name" title={upload.file.name}>
      {upload.file.name}
    </span>
    <span>
      {upload.problem && (
        <Button type="link" size="small" onClick={() => onRetry(upload)}>
          重传
        </Button>
      )}
      <Button type="link" size="small" onClick={() => onCancel(upload)}>
        {upload.problem ? '移除' : '取消'}
      </Button>
    </span>
    {upload.problem ? (
      <span className="upload-problem" role="alert">
        {upload.problem.message}
      </span>
    ) : (
      <Progress percent={Math.round(upload.share * 100)} size="small" />
    )}
  </li>
)
