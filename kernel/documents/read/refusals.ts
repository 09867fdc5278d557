import { type Problem, refuse } from '#platform/http/index.ts'
import type { WordFault } from './bad-word.ts'

const COPY = '请新建一个空白文档，把内容复制过去，另存为 .docx 或 .doc 后再传。'

const SENTENCES: Record<WordFault, string> = {
  'too-large': '文件超过 10 MB，没有读取。请把图片缩小或另行上传后再传。',
  'not-word': '这不是 Word 文档。请上传 .docx 或 .doc 文件。',
  wps: '这是 WPS 文字的专用格式（.wps）。请在 WPS 里另存为 .doc 或 .docx 后再传。',
  sheet: '这是表格文件。请把推荐表另存为 Word 文档（.doc、.docx）；WPS 表格（.et）请另存为 .xls 或 .xlsx。',
  rtf: '这是改了扩展名的 RTF 文件，不是 Word 文档。请用 Word 或 WPS 打开，另存为 .docx 或 .doc 后再传。',
  html: '这是改了扩展名的网页文件，不是 Word 文档。请用 Word 或 WPS 打开，另存为 .docx 或 .doc 后再传。',
  'old-xml': '这是改了扩展名的 XML 文件，不是 Word 文档。请用 Word 或 WPS 打开，另存为 .docx 或 .doc 后再传。',
  older: '这个 .doc 是 Word 95 或更早的格式。请用 Word 或 WPS 打开，另存为“Word 97-2003 文档”后再传。',
  encrypted: '这个文件设了密码，无法读取。请取消密码后再传。',
  macros: '文件里带有宏，没有读取。请另存为不带宏的 .docx 后再传。',
  objects: '文件里嵌入了别的文件或控件，没有读取。请删去嵌入的对象后再传，附件请单独上传。',
  external: `文件引用了外部的模板、图片或数据，没有读取。${COPY}`,
  entities: `文件的结构不正常（含实体定义），没有读取。${COPY}`,
  nested: '文件里套着另一个压缩包，没有读取。请删去嵌入的文件后再传。',
  path: `文件内部的路径不正常，没有读取。${COPY}`,
  twice: `文件内部有重名的部分，没有读取。${COPY}`,
  'too-many-parts': '文件内部的零件太多，不像正常的文档，没有读取。请把内容复制到新建的文档里再传。',
  bomb: '文件展开后过大，没有读取。请把图片缩小，或者把内容复制到新建的文档里再传。',
  cut: '文件不完整，可能没有传完或没有保存好。请用 Word 或 WPS 打开确认后重新上传。',
  unsafe: `文件的压缩结构不正常，没有读取。${COPY}`,
  broken: `文件打不开，可能已经损坏。请用 Word 或 WPS 打开修复；仍不行的，${COPY}`,
}

const STATUS: Partial<Record<WordFault, number>> = { 'too-large': 413 }
const OTHER_FORMATS = new Set<WordFault>(['not-word', 'wps', 'sheet', 'rtf', 'html', 'old-xml', 'older'])

/** The refusal of a file that cannot be read: `word.<fault>`, with what to do about it. */
export const refuseWord = (fault: WordFault): Problem =>
  refuse(`word.${fault}`, SENTENCES[fault], { status: STATUS[fault] ?? (OTHER_FORMATS.has(fault) ? 415 : 422) })
