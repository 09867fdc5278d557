import { readFile } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { refuse } from '#platform/http/index.ts'

export type FileKind = { kind: 'picture' | 'pdf' | 'document'; mime: string; extension: string }

const kinds: Record<string, FileKind> = {
  'image/jpeg': { kind: 'picture', mime: 'image/jpeg', extension: 'jpg' },
  'image/png': { kind: 'picture', mime: 'image/png', extension: 'png' },
  'image/webp': { kind: 'picture', mime: 'image/webp', extension: 'webp' },
  'application/pdf': { kind: 'pdf', mime: 'application/pdf', extension: 'pdf' },
  docx: {
    kind: 'document',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  xlsx: {
    kind: 'document',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
}
const word97: FileKind = { kind: 'document', mime: 'application/msword', extension: 'doc' }

/**
 * Tells what a file is by its content; the name decides nothing but the words of a refusal.
 * @throws Problem 415 `file.kind` for everything that is not accepted
 */
export const kindOf = async (path: string, name: string): Promise<FileKind> => {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  const known = found && (kinds[found.mime] ?? kinds[found.ext])
  if (known) return known
  if (found?.ext === 'cfb' && /\.doc$/i.test(name) && (await holdsWordDocument(path))) return word97
  throw refuse('file.kind', adviceFor(found?.ext, name), { status: 415 })
}

/** A Word 97–2003 file is a compound file with a stream of this name (UTF-16LE in its directory). */
const holdsWordDocument = async (path: string) =>
  (await readFile(path)).includes(Buffer.from('WordDocument', 'utf16le'))

const adviceFor = (extension: string | undefined, name: string): string => {
  if (extension === 'heic' || extension === 'heif' || extension === 'avif')
    return '这是手机的 HEIC 照片，电脑大多打不开。请在手机“设置—相机—格式”中选“兼容性最佳”后重拍，或转存为 JPG 再上传。'
  if (/\.(wps|et|xls)$/i.test(name)) return '请用 WPS 或 Office 打开后另存为 .doc、.docx 或 .xlsx，再上传。'
  if (/\.(jpe?g|png|webp)$/i.test(name))
    return '这个文件不是照片：扩展名是图片，内容却不是。请用看图软件打开确认后，重新选择照片。'
  return '不支持这种文件。请上传照片（JPG、PNG、WebP）、PDF、Word 或 Excel 文件。'
}
