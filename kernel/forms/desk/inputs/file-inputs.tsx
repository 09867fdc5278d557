import { Button } from 'antd'
import { type FieldOf, type FileAnswer, fileAnswerOf, type PhotoAnswer, photoAnswerOf } from '../../shared/index.ts'
import { useEditing } from '../editor-context.ts'
import { FileButton } from './file-button.tsx'
import type { InputProps } from './line-input.tsx'

const BACKGROUNDS = { blue: '蓝色', white: '白色' }

const wants = (field: FieldOf<'photo'>): string[] => [
  `不小于高${field.minHeight}×宽${field.minWidth}像素`,
  ...(field.ratios.length > 0 ? [`宽高比${field.ratios.map(([w, h]) => `${w}∶${h}`).join('或')}`] : []),
  ...(field.background ? [`${BACKGROUNDS[field.background]}背景`] : []),
  field.formats.map(format => ({ jpeg: 'JPG', png: 'PNG' })[format]).join('或'),
]

const Preview = ({ photo, onRename }: { photo: PhotoAnswer | undefined; onRename: string | undefined }) => {
  const { fileUrl } = useEditing()
  if (!photo) return <div className="photo-frame photo-empty">照片</div>
  return (
    <figure className="photo-frame">
      {fileUrl && <img src={fileUrl(photo.fileId)} alt={onRename ? `${onRename}的照片` : '照片'} />}
    </figure>
  )
}

/** Portrait photo with its preview and what it must be. */
export const PhotoInput = ({ field, path, value }: InputProps<FieldOf<'photo'>>) => {
  const { answers, set, readOnly } = useEditing()
  const photo = (value ?? undefined) as PhotoAnswer | undefined
  const name = field.nameFrom ? String(answers[field.nameFrom] ?? '') : ''
  const misnamed = photo && name !== '' && photo.name.replace(/\.[^.]*$/u, '') !== name
  return (
    <div className="photo-input">
      <Preview photo={photo} onRename={name || undefined} />
      <div>
        <FileButton
          id={path}
          label={photo ? '更换照片' : '选择照片'}
          accept="image/jpeg,image/png"
          onStored={stored => set({ [path]: photoAnswerOf(stored) ?? null })}
        />
        <p className="photo-facts num">
          {photo ? `${photo.name}，高${photo.height}×宽${photo.width}像素` : wants(field).join('；')}
        </p>
        {misnamed && !readOnly && (
          <Button size="small" onClick={() => set({ [path]: { ...photo, name: `${name}.jpg` } })}>
            更名为“{name}.jpg”
          </Button>
        )}
      </div>
    </div>
  )
}

/** A list of files, each with its name and a way to remove it. */
export const FilesInput = ({ field, path, value }: InputProps<FieldOf<'files'>>) => {
  const { set, readOnly, fileUrl } = useEditing()
  const list = (Array.isArray(value) ? value : []) as FileAnswer[]
  return (
    <div className="files-input">
      <ul>
        {list.map((file, index) => (
          <li key={file.fileId}>
            {fileUrl ? <a href={fileUrl(file.fileId)}>{file.name}</a> : file.name}
            {!readOnly && (
              <Button type="link" size="small" onClick={() => set({ [path]: list.filter((_, at) => at !== index) })}>
                移除
              </Button>
            )}
          </li>
        ))}
      </ul>
      {list.length < field.atMost && (
        <FileButton
          id={path}
          label="添加文件"
          accept="application/pdf,image/jpeg,image/png"
          onStored={stored => set({ [path]: [...list, fileAnswerOf(stored)] })}
        />
      )}
    </div>
  )
}
