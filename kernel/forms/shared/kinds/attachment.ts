import { z } from 'zod'
import type { FieldOf } from '../definition/field.ts'
import type { FieldContext, FieldFinding } from '../definition/finding.ts'
import { fault, type Kind } from './kind.ts'

const file = {
  fileId: z.string().min(1).max(100),
  name: z.string().max(255),
  bytes: z.int().nonnegative().default(0),
}

/** A stored file as an answer holds it. */
export const FileAnswer = z.object({ ...file, format: z.string().max(20).default(''), pages: z.int().optional() })

/** A stored photo with what inspection measured: pixels and the share of the border that is blue or white. */
export const PhotoAnswer = z.object({
  ...file,
  format: z.string().max(20),
  width: z.int().positive(),
  height: z.int().positive(),
  blueShare: z.number().min(0).max(1).optional(),
  whiteShare: z.number().min(0).max(1).optional(),
})
export type FileAnswer = z.infer<typeof FileAnswer>
export type PhotoAnswer = z.infer<typeof PhotoAnswer>

const FORMAT_NAMES: Record<string, string> = { jpeg: 'JPG', png: 'PNG', pdf: 'PDF' }
const formatNames = (formats: string[]) => formats.map(format => FORMAT_NAMES[format] ?? format).join('、')

const sizeFaults = (photo: PhotoAnswer, field: FieldOf<'photo'>): FieldFinding[] => {
  const { minWidth, minHeight, sizeSeverity } = field
  const found = `现为高${photo.height}×宽${photo.width}像素`
  if (photo.width < minWidth || photo.height < minHeight) {
    const message = `照片应不少于高${minHeight}×宽${minWidth}像素，${found}，请更换更清晰的照片。`
    return [fault('photo.small', sizeSeverity, message)]
  }
  const ratio = photo.width / photo.height
  const fits = field.ratios.some(([width, height]) => Math.abs(ratio / (width / height) - 1) <= 0.03)
  if (field.ratios.length === 0 ? ratio < 1 : fits) return []
  const wanted = field.ratios.map(([width, height]) => `${width}∶${height}`).join('或')
  return [fault('photo.ratio', sizeSeverity, `照片宽高比应为${wanted || '竖版'}，${found}，请裁剪后再传。`)]
}

/** Least share of the border that must have the colour asked for (R000-21, R003-24). */
const BACKGROUNDS = { blue: { least: 0.8, name: '蓝色' }, white: { least: 0.9, name: '白色' } }

const backgroundFaults = (photo: PhotoAnswer, field: FieldOf<'photo'>): FieldFinding[] => {
  if (!field.background) return []
  const share = field.background === 'blue' ? photo.blueShare : photo.whiteShare
  const { least, name } = BACKGROUNDS[field.background]
  if (share === undefined || share >= least) return []
  return [fault('photo.background', 'warning', `检测到照片底色不是${name}，请核对是否符合要求。`)]
}

const nameFaults = (photo: PhotoAnswer, field: FieldOf<'photo'>, context: FieldContext): FieldFinding[] => {
  const wanted = field.nameFrom ? String(context.answers[field.nameFrom] ?? '') : ''
  const stem = photo.name.replace(/\.[^.]*$/u, '').normalize('NFC')
  if (wanted === '' || stem === wanted) return []
  return [fault('photo.name', 'block', `照片文件名应为“${wanted}.jpg”，现为“${photo.name}”，可直接更名。`)]
}

/** A portrait photo, checked by what the files room measured of it. */
export const photo: Kind<'photo', PhotoAnswer | null> = {
  kind: 'photo',
  answer: PhotoAnswer.nullable(),
  empty: null,
  normalise: raw => raw ?? null,
  isEmpty: value => value === null,
  validate: (value, field, context) => {
    if (!value) return []
    const format = field.formats.some(one => one === value.format)
      ? []
      : [
          fault(
            'photo.format',
            'block',
            `照片应为${formatNames(field.formats)}格式，现为${value.format || '其他'}格式。`,
          ),
        ]
    return [
      ...format,
      ...sizeFaults(value, field),
      ...backgroundFaults(value, field),
      ...nameFaults(value, field, context),
    ]
  },
  toText: value => value?.name ?? '',
}

/** Any files: proofs, scans. */
export const files: Kind<'files', FileAnswer[]> = {
  kind: 'files',
  answer: z.array(FileAnswer).max(100),
  empty: [],
  normalise: raw => raw ?? [],
  isEmpty: values => values.length === 0,
  validate: (values, field, context) => {
    const wrong = values.flatMap((value, index) =>
      value.format === '' || field.accept.includes(value.format)
        ? []
        : [fault('files.format', 'block', `“${value.name}”应为${formatNames(field.accept)}格式。`, String(index))],
    )
    if (values.length > field.atMost) {
      wrong.push(fault('files.tooMany', 'block', `“${field.label}”最多上传${field.atMost}个文件。`))
    }
    if (context.mode === 'submit' && values.length < field.atLeast) {
      wrong.push(fault('files.tooFew', 'block', `“${field.label}”至少上传${field.atLeast}个文件。`))
    }
    return wrong
  },
  toText: values => values.map(value => value.name).join('、'),
}

/** A file as the files room answers an upload, as far as forms care. */
export type StoredUpload = {
  key: string
  name: string
  mime: string
  bytes: number
  facts: { width?: number; height?: number; format?: string; blueShare?: number; whiteShare?: number }
}

/** The answer a form keeps of a stored picture; undefined when the file is no picture. */
export const photoAnswerOf = (stored: StoredUpload): PhotoAnswer | undefined => {
  const { width, height, format, ...shares } = stored.facts
  if (!width || !height || !format) return undefined
  return { fileId: stored.key, name: stored.name, bytes: stored.bytes, format, width, height, ...shares }
}

/** The answer a form keeps of any stored file; `format` is the second half of its media type. */
export const fileAnswerOf = ({ key, name, mime, bytes }: StoredUpload): FileAnswer => ({
  fileId: key,
  name,
  bytes,
  format: mime.split('/')[1] ?? '',
})
