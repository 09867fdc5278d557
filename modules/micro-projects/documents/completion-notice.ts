import {
  type Document,
  type DocumentProfile,
  documentOf,
  lineHeight,
  neededByRow,
  neededHeight,
  type Paragraph,
  type Picture,
  PROFILES,
  paragraph,
  type Table,
  type TableCell,
  type TableRow,
  textArea,
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

const COLUMNS = [34, 47, 26, 47]
const base = PROFILES['form-xiaosi']!
const [title, body] = [base.lettering.title, base.lettering.body]
/** With line distances of its own, so that a face with higher lines does not push 监督电话 to a second page. */
const PROFILE: DocumentProfile = {
  ...base,
  lettering: {
    ...base.lettering,
    title: { ...title, line: lineHeight(title) },
    body: { ...body, line: lineHeight(body) },
  },
}
/** As wide as its cell holds, mm. */
const PHOTO_WIDTH = 116
/** What the cell keeps free above and below a photograph, and what stays free on the page, mm. */
const [INSET, SPARE] = [4, 6]

const cell = (blocks: TableCell['blocks'], colspan = 1): TableCell => ({
  blocks,
  colspan,
  rowspan: 1,
  verticalAlign: 'center',
})

const words = (text = ''): TableCell['blocks'] => text.split('\n').map(line => paragraph(line, { align: 'center' }))

/** As large as the cell allows, never stretched. */
const fitted = ({ data, format, width, height }: Photograph, room: number): Picture => {
  const scale = Math.min(PHOTO_WIDTH / width, room / height)
  return { kind: 'picture', data, format, width: width * scale, height: height * scale }
}

const row = (label: string, value: string | undefined, second: string, other: string | undefined): TableRow => ({
  height: 14,
  cells: [cell(words(label)), cell(words(value)), cell(words(second)), cell(words(other))],
})

const photoRow = (label: string, photo: Photograph | undefined, room: number): TableRow => ({
  height: room + INSET,
  cells: [cell(words(label)), cell(photo ? [fitted(photo, room)] : words(), 3)],
})

/** Height in mm that a photograph takes when it is as wide as its cell; without one there is room for a print to be pasted in. */
const wish = (photo: Photograph | undefined) =>
  photo ? (PHOTO_WIDTH * photo.height) / photo.width : Number.POSITIVE_INFINITY

/** Both cells alike; what a wide photograph leaves over goes to the other one. */
const shared = (room: number, before: Photograph | undefined, after: Photograph | undefined): [number, number] => {
  const half = room / 2
  if (wish(before) < half && wish(after) >= half) return [wish(before), Math.min(wish(after), room - wish(before))]
  if (wish(after) < half && wish(before) >= half) return [Math.min(wish(before), room - wish(after)), wish(after)]
  return [Math.min(half, wish(before)), Math.min(half, wish(after))]
}

const wordRows = (notice: CompletionNotice): TableRow[] => [
  { height: 10, cells: [cell(words('项目名称')), cell(words(notice.project), 3)] },
  row('牵头党员\n村（居）民代表', notice.lead, '联系电话', notice.leadPhone),
  row('村社区负责人', notice.head, '联系电话', notice.headPhone),
  row('实用总资金', notice.funds, '资金来源', notice.source),
]

/** What the words leave of the page for both photographs, mm. */
const roomFor = (rows: TableRow[], around: Paragraph[]): number => {
  const page = textArea(PROFILE)
  const table = rows.reduce((sum, one) => sum + Math.max(one.height, neededByRow(one, COLUMNS, PROFILE)), 0)
  return page.height - neededHeight(around, page.width, PROFILE) - table - 2 * INSET - SPARE
}

/** 附件2: what was done, for at least five working days on the board of the village. */
export const completionNotice = (notice: CompletionNotice): Document => {
  const { before, after } = notice
  const above = [
    ...notice.title.map(text => paragraph(text, { style: 'title', align: 'center' })),
    paragraph(`村（社区）名称：${notice.village ?? ''}`, { linesBefore: 1 }),
  ]
  const below = paragraph(`监督单位：${notice.supervisor}\t监督电话：${notice.supervisorPhone}`, {
    tabs: [{ at: 20, align: 'left' }],
    linesBefore: 0.3,
  })
  const rows = wordRows(notice)
  const [first, second] = shared(roomFor(rows, [...above, below]), before, after)
  const photos = [photoRow('项目实施\n之前照片', before, first), photoRow('项目完成\n之后照片', after, second)]
  const table: Table = { kind: 'table', columns: COLUMNS, rows: [...rows, ...photos] }
  return documentOf(notice.title.join(''), PROFILE, [...above, table, below])
}
