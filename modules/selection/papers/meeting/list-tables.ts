import { type Block, paragraph, type Table, type TableCell } from '#kernel/documents/index.ts'
import type { MeetingPapers } from './document.ts'

const cell = (text: string, align: 'left' | 'center' = 'center'): TableCell => ({
  blocks: [paragraph(text, { align })],
  colspan: 1,
  rowspan: 1,
  verticalAlign: 'center',
})

/** A plain table: its head again on every page, the first column to the left. */
export const plainTable = (columns: number[], head: string[], rows: (string | number)[][], height = 9): Table => ({
  kind: 'table',
  columns,
  rows: [
    { height, header: true, cells: head.map(text => cell(text)) },
    ...rows.map(row => ({ height, cells: row.map((text, n) => cell(String(text), n === 0 ? 'left' : 'center')) })),
  ],
})

type Section = MeetingPapers['sections'][number]
type Column = { title: string; width: number; text: (name: Section['names'][number]) => string }

const columnsOf = ({ hasScores, hasVotes }: MeetingPapers): Column[] => [
  { title: '序号', width: 18, text: ({ no }) => String(no) },
  { title: '姓名或名称', width: 60, text: ({ name }) => name },
  { title: '单位和职务', width: 92, text: ({ unit, post }) => [unit, post].filter(Boolean).join(' ') },
  { title: '推荐单位', width: 66, text: ({ recommender }) => recommender },
  ...(hasScores
    ? [
        {
          title: '得分',
          width: 28,
          text: ({ score, tied }: Section['names'][number]) => `${score || '—'}${tied ? '（并列）' : ''}`,
        },
      ]
    : []),
  ...(hasVotes
    ? [{ title: '票数', width: 24, text: ({ votes }: Section['names'][number]) => String(votes ?? '—') }]
    : []),
  { title: '征求意见', width: 34, text: ({ vetting }) => vetting || '—' },
  { title: '异议', width: 28, text: ({ objections }) => objections },
  { title: '审定意见', width: 40, text: () => '' },
]

/** Columns as wide as the paper, in the proportions given. */
const stretched = (columns: Column[], width: number): number[] => {
  const sum = columns.reduce((total, each) => total + each.width, 0)
  return columns.map(each => (each.width * width) / sum)
}

/** One category in large type, with a column to write in. */
export const listBlocks =
  (papers: MeetingPapers, width: number) =>
  (section: Section): Block[] => {
    const columns = columnsOf(papers)
    const awards = section.awards === null ? '' : `，表彰数额${section.awards}个`
    return [
      paragraph(`${section.name}（${section.names.length}个${awards}）`, { style: 'heading1', linesBefore: 0.5 }),
      plainTable(
        stretched(columns, width),
        columns.map(({ title }) => title),
        section.names.map(name => columns.map(({ text }) => text(name))),
        14,
      ),
    ]
  }
