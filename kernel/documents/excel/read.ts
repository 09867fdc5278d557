import { refuse } from '#platform/http/index.ts'
import type { Cell } from './cell.ts'
import { inWorker } from './in-worker.ts'

export type ReadLimits = {
  /** Sheet to read, from 1. */
  sheet?: number
  /** Rows at most, the heading counted. */
  maxRows?: number
  maxColumns?: number
  /** Bytes of the file itself. */
  maxBytes?: number
}

const MB = 1024 * 1024
const zip = { entries: 200, entryBytes: 64 * MB, totalBytes: 96 * MB }

/**
 * Reads one sheet of an .xlsx file. The archive is inspected before it is parsed, both in a worker with limits.
 * @returns rows of cells, the heading first; empty rows at the end are left out
 * @throws Problem 413 `excel.too-large`, 415 `excel.not-xlsx`, 422 `excel.broken`, `excel.encrypted`, `excel.unsafe`,
 *   `excel.too-many-rows`, `excel.too-heavy`
 */
export const readSheet = async (file: Buffer, limits: ReadLimits = {}): Promise<Cell[][]> => {
  const { sheet = 1, maxRows = 20_001, maxColumns = 200, maxBytes = 10 * MB } = limits
  if (file.length > maxBytes)
    throw refuse('excel.too-large', `文件超过 ${Math.floor(maxBytes / MB)} MB，没有读取。请分成几个文件。`, {
      status: 413,
    })
  refuseOtherFormats(file)
  const answer = await inWorker({ kind: 'read', file, sheet, zip, maxRows, maxColumns })
  if ('rows' in answer) return answer.rows
  const refused = 'refused' in answer ? answer.refused : 'broken'
  const detail =
    refused === 'too-many-rows'
      ? `表格超过${(maxRows - 1).toLocaleString()}行或${maxColumns}列，没有读取。请分成几个文件。`
      : messages[refused]
  throw refuse(`excel.${refused}`, detail, { status: refused === 'not-xlsx' ? 415 : 422 })
}

const messages = {
  'not-xlsx': '这不是 Excel 工作簿（.xlsx）。请下载模板填写，或者在 Excel、WPS 里另存为 .xlsx 后再选。',
  broken: '这个文件打不开，可能没有保存完整。请用 Excel 或 WPS 打开，另存为 .xlsx 后再选。',
  encrypted: '这个文件设了密码，无法读取。请取消密码后再选。',
  unsafe: '这个文件的结构不正常，没有读取。请把内容复制到新建的工作簿里再选。',
  'too-large': '这个文件展开后过大，没有读取。请只保留要导入的工作表，去掉图片后另存再选。',
}

/** Excel 97-2003, WPS .et and encrypted workbooks are OLE compound files; a plain text file is most often a CSV. */
const refuseOtherFormats = (file: Buffer) => {
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw refuse('excel.not-xlsx', '这是旧格式（.xls、.et）或者设了密码的文件。请另存为不带密码的 .xlsx 后再选。', {
      status: 415,
    })
  if (file.subarray(0, 2).toString('latin1') !== 'PK')
    throw refuse('excel.not-xlsx', messages['not-xlsx'], { status: 415 })
}
