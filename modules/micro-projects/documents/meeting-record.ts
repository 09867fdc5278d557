import {
  type Document,
  documentOf,
  PROFILES,
  paragraph,
  type Table,
  type TableCell,
  type TableRow,
} from '#kernel/documents/index.ts'
import { dateText } from '#kernel/forms/shared/index.ts'
import { yuan } from '../shared/index.ts'

export type Decided = {
  villageName: string
  title: string
  leadName: string
  approvedFen: number
  passed: boolean
  comment: string
}

export type MeetingRecord = {
  /** 会议名称 of the programme: 街道党工委会议. */
  body: string
  programme: string
  heldOn: string
  attendees: string
  resolution: string
  projects: Decided[]
}

const COLUMNS = [12, 30, 52, 24, 18, 18]
const NO_EDGES = { bottom: 0, left: 0, right: 0 }

const cell = (text: string, rest: Partial<TableCell> = {}, align: 'left' | 'center' = 'center'): TableCell => ({
  blocks: text.split('\n').map(line => paragraph(line, { align })),
  colspan: 1,
  rowspan: 1,
  verticalAlign: 'center',
  ...rest,
})

const titles = ['序号', '村（社区）', '项目名称', '牵头党员、村（居）民代表', '核定经费（元）', '会议意见']

const opinionOf = ({ passed, comment }: Decided): string =>
  passed ? '同意' : ['不同意', comment].filter(Boolean).join('：')

const projectRow = (project: Decided, index: number): TableRow => ({
  height: 10,
  cells: [
    String(index + 1),
    ...[project.villageName, project.title, project.leadName],
    ...[project.passed ? yuan(project.approvedFen) : '—', opinionOf(project)],
  ].map(text => cell(text)),
})

const totalRow = (projects: Decided[]): TableRow => {
  const passed = projects.filter(project => project.passed)
  const fen = passed.reduce((sum, { approvedFen }) => sum + approvedFen, 0)
  const words = `合计：研究${projects.length}个，同意${passed.length}个`
  return { height: 10, keepWithNext: true, cells: [cell(words, { colspan: 4 }), cell(yuan(fen)), cell('')] }
}

/** Who held the meeting and who took it down sign on the page of the total. */
const signatures: TableRow = {
  height: 24,
  cells: ['主持人（签字）：', '记录人（签字）：'].map(words => cell(words, { colspan: 3, edges: NO_EDGES }, 'left')),
}

const table = (projects: Decided[]): Table => {
  const rows = projects.map(projectRow)
  const last = rows.pop()
  return {
    kind: 'table',
    columns: COLUMNS,
    rows: [
      { height: 12, header: true, cells: titles.map(text => cell(text)) },
      ...rows,
      ...(last ? [{ ...last, keepWithNext: true }] : []),
      totalRow(projects),
      signatures,
    ],
  }
}

/** 会议记录 of a batch: when, who, what was decided, and of which projects. */
export const meetingRecord = (record: MeetingRecord): Document => {
  const title = [record.body, `研究“${record.programme}”活动项目记录`]
  const said = [
    ['会议时间', dateText(record.heldOn)],
    ['参会人员', record.attendees],
    ['会议决定', record.resolution],
  ] as const
  return documentOf(title.join(''), PROFILES['form-xiaosi']!, [
    ...title.map(text => paragraph(text, { style: 'title', align: 'center' })),
    paragraph(''),
    ...said.flatMap(([label, words]) =>
      words
        .split('\n')
        .map((line, index) =>
          paragraph(index === 0 ? `${label}：${line}` : line, { align: 'justify', indent: index === 0 ? 0 : 2 }),
        ),
    ),
    paragraph(''),
    table(record.projects),
  ])
}
