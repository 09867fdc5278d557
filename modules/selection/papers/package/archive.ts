import { chineseDate } from '#kernel/calendar/shared/index.ts'
import {
  type Block,
  type DocumentProfile,
  documentOf,
  PROFILES,
  paragraph,
  renderDocx,
  type Table,
  writeSheet,
} from '#kernel/documents/index.ts'
import { businessToday, type Db } from '#platform/db/index.ts'
import { loadCampaign } from '../../load.ts'
import { type ArchivePiece, type Matter, mattersOf } from './archive-matters.ts'
import type { Content, Part } from './kinds.ts'
import type { PackageRow } from './row.ts'

const three = (n: number) => String(n).padStart(3, '0')

type Numbered = { no: number; matter: Matter; pieces: (ArchivePiece & { no: number; path: string })[] }

/** 件号 count through the whole transfer, folders in their order. */
const numbered = (matters: Matter[]): Numbered[] => {
  let piece = 0
  return matters.map((matter, index) => {
    const folder = `${three(index + 1)}-${matter.folder}`
    const pieces = matter.pieces.map(each => {
      piece += 1
      return { ...each, no: piece, path: `${folder}/${three(piece)}-${each.name}` }
    })
    return { no: index + 1, matter, pieces }
  })
}

/** GB/T 9704's page without its grid of characters, in 小四, so that a title stands on one line. */
const { grid: _, ...official } = PROFILES.gbt9704!
const profile: DocumentProfile = {
  ...official,
  key: 'archive-index',
  lettering: { ...official.lettering, imprint: { ...official.lettering.imprint, size: 12 } },
}

const cell = (text: string, align: 'left' | 'center' = 'center') => ({
  blocks: [paragraph(text, { style: 'imprint', align })],
  colspan: 1,
  rowspan: 1,
  verticalAlign: 'center' as const,
})

const indexTable = (folders: Numbered[]): Table => ({
  kind: 'table',
  columns: [13, 97, 25, 21],
  rows: [
    { height: 9, header: true, cells: ['件号', '题名', '日期', '保管期限'].map(text => cell(text)) },
    ...folders.flatMap(({ matter, pieces }) =>
      pieces.map(({ no, title, date }) => ({
        height: 8,
        cells: [cell(three(no)), cell(`${matter.title}：${title}`, 'left'), cell(date), cell(matter.retention)],
      })),
    ),
  ],
})

const indexBlocks = (title: string, folders: Numbered[], date: string): Block[] => [
  paragraph('卷内文件目录', { style: 'title', align: 'center' }),
  paragraph(''),
  paragraph(title, { style: 'imprint' }),
  indexTable(folders),
  paragraph(`共${folders.reduce((sum, { pieces }) => sum + pieces.length, 0)}件　移交日期：${date}`, {
    style: 'imprint',
    linesBefore: 1,
  }),
]

const indexParts = (title: string, folders: Numbered[], date: string, banner: string | null): Part[] => [
  {
    key: 'index-docx',
    path: '卷内目录.docx',
    make: async () =>
      renderDocx(documentOf('卷内文件目录', profile, indexBlocks(title, folders, date), banner ? { banner } : {})),
  },
  {
    key: 'index-xlsx',
    path: '卷内目录.xlsx',
    make: () =>
      writeSheet({
        name: '卷内目录',
        rows: folders.flatMap(({ matter, pieces }) => pieces.map(piece => ({ matter, piece }))),
        columns: [
          { title: '件号', width: 8, value: ({ piece }) => three(piece.no) },
          { title: '事项', width: 40, value: ({ matter }) => matter.title },
          { title: '题名', width: 40, value: ({ piece }) => piece.title },
          { title: '日期', width: 12, value: ({ piece }) => piece.date },
          { title: '保管期限', width: 10, value: ({ matter }) => matter.retention },
          { title: '文件', width: 60, value: ({ piece }) => piece.path },
        ],
      }),
  },
]

/** 归档移交: one folder a matter, piece numbers through all of them, the inner index as Word and Excel. */
export const archiveFiles = async (db: Db, work: PackageRow): Promise<Content> => {
  const campaign = (await loadCampaign(db, work.campaignId))!
  const folders = numbered(await mattersOf(db, campaign, work))
  const date = chineseDate(await businessToday(db))
  const pieces = folders.flatMap(folder =>
    folder.pieces.map((piece): Part => ({ key: `piece-${piece.no}`, path: piece.path, make: piece.make })),
  )
  return { parts: [...indexParts(campaign.title, folders, date, work.banner), ...pieces], remarks: [] }
}
