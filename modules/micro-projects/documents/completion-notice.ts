import {
  type Document,
  documentOf,
  type Picture,
  PROFILES,
  paragraph,
  type Table,
  type TableCell,
  type TableRow,
} from '#kernel/documents/index.ts'

/** A photograph with its pixels, so that it keeps its shape in the cell. */
export type Photograph = { data: Uint8Array; format: 'jpg' | 'png'; width: number; height: number }

/** What 附件2 shows; whatever is missing is left to be filled in by hand. */
export type CompletionNotice = {
  title: string[]
  village?: string
  project?: string
  lead?: string
  leadPhone?: string
  head?: string
  headPhone?: string
  funds?: string
  source?: string
  before?: Photograph
  after?: Photograph
  /** 监督单位 and 监督电话. */
  supervisor: string
  supervisorPhone: string
}

const COLUMNS = [34, 43, 34, 43]
const PHOTO = { width: 116, height: 66 }

const cell = (blocks: TableCell['blocks'], colspan = 1): TableCell => ({
  blocks,
  colspan,
  rowspan: 1,
  verticalAlign: 'center',
})

const words = (text = ''): TableCell['blocks'] => text.split('\n').map(line => paragraph(line, { align: 'center' }))

/** As large as the cell allows, never stretched. */
const fitted = ({ data, format, width, height }: Photograph): Picture => {
  const scale = Math.min(PHOTO.width / width, PHOTO.height / height)
  return { kind: 'picture', data, format, width: width * scale, height: height * scale }
}

const row = (label: string, value: string | undefined, second: string, other: string | undefined): TableRow => ({
  height: 14,
  cells: [cell(words(label)), cell(words(value)), cell(words(second)), cell(words(other))],
})

const photoRow = (label: string, photo: Photograph | undefined): TableRow => ({
  height: PHOTO.height + 4,
  cells: [cell(words(label)), cell(photo ? [fitted(photo)] : words(), 3)],
})

const table = (notice: CompletionNotice): Table => ({
  kind: 'table',
  columns: COLUMNS,
  rows: [
    { height: 10, cells: [cell(words('项目名称')), cell(words(notice.project), 3)] },
    row('牵头党员\n村（居）民代表', notice.lead, '联系电话', notice.leadPhone),
    row('村社区负责人', notice.head, '联系电话', notice.headPhone),
    row('实用总资金', notice.funds, '资金来源', notice.source),
    photoRow('项目实施\n之前照片', notice.before),
    photoRow('项目完成\n之后照片', notice.after),
  ],
})

/** 附件2: what was done, for at least five working days on the board of the village. */
export const completionNotice = (notice: CompletionNotice): Document =>
  documentOf(notice.title.join(''), PROFILES['form-xiaosi']!, [
    ...notice.title.map(text => paragraph(text, { style: 'title', align: 'center' })),
    paragraph(`村（社区）名称：${notice.village ?? ''}`, { linesBefore: 1 }),
    table(notice),
    paragraph(`监督单位：${notice.supervisor}\t监督电话：${notice.supervisorPhone}`, {
      tabs: [{ at: 20, align: 'left' }],
    }),
  ])
