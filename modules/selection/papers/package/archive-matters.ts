import { history } from '#kernel/audit/index.ts'
import { civilDay } from '#kernel/calendar/shared/index.ts'
import { documentBytes, writeSheet } from '#kernel/documents/index.ts'
import { type FileRow, findFiles, readContent } from '#kernel/files/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import { businessToday, type Db, inTransaction, sql } from '#platform/db/index.ts'
import type { Campaign } from '../../load.ts'
import { categoryOf } from '../../plan/lookup.ts'
import { codedDocument } from '../form/file.ts'
import { distinctNames, nomineeFileName } from '../form/file-name.ts'
import { type PrintedNominee, printedNominees } from '../form/nominee.ts'
import { letterDocument } from '../letter/document.ts'
import { type Letter, lettersOf, loadLetter } from '../letter/letter.ts'
import { inspectionPieces, inspectionReportPieces } from './inspection-files.ts'
import { textPieces } from './nominee-pieces.ts'
import { folderName, type Piece } from './piece.ts'
import type { PackageRow } from './row.ts'
import { submissionsOf, unitPieces } from './unit-pieces.ts'

/** One piece (件) of a matter. */
export type ArchivePiece = { title: string; name: string; date: string; make: () => Promise<Uint8Array> }
/** A matter with how long it is kept: 永久 for decisions and lists, 30年 for those commended, 10年 for the others. */
export type Matter = { title: string; folder: string; retention: '永久' | '30年' | '10年'; pieces: ArchivePiece[] }

/** Matters of a campaign: its decisions, its letters, and each nominee; in this order. */
export const mattersOf = async (db: Db, campaign: Campaign, work: PackageRow): Promise<Matter[]> => {
  const decisions = await decisionPieces(db, campaign.id)
  const letters = await letterPieces(db, campaign.id, work.banner ?? undefined)
  const general: Matter[] = [
    { title: '审定', folder: '审定', retention: '永久', pieces: decisions },
    { title: '公文', folder: '公文', retention: '永久', pieces: letters },
  ]
  const nominees = await printedNominees(db, campaign.plan, work.options.ids ?? [])
  const honoured = await honouredIds(db, campaign.id)
  const apart = await piecesApart(db, campaign, nominees, work)
  const units = [...new Set(nominees.map(({ unitName }) => unitName))].map((unitName): Matter => {
    const kept = nominees.some(nominee => nominee.unitName === unitName && honoured.has(nominee.id))
    const title = `${unitName}报送材料`
    const pieces = apart.filter(piece => piece.category === '' && piece.unitName === unitName).map(archived)
    return { title, folder: folderName(title), retention: kept ? '30年' : '10年', pieces: withDistinctNames(pieces) }
  })
  const own: Matter[] = []
  for (const nominee of nominees) {
    const beside = apart.filter(({ nomineeId }) => nomineeId === nominee.id).map(archived)
    own.push(await nomineeMatter(db, nominee, { honoured: honoured.has(nominee.id), beside, work }))
  }
  return [...[...general, ...units].filter(({ pieces }) => pieces.length > 0), ...own]
}

/** What stands beside the forms: texts of their own, inspections handed in, lists and reports of the units. */
const piecesApart = async (db: Db, campaign: Campaign, nominees: PrintedNominee[], work: PackageRow) => {
  const banner = work.banner ?? undefined
  const asked = { plan: campaign.plan, nominees, which: 'handedIn' as const, banner }
  const link = (path: string) => `${work.site}${path}`
  const today = await businessToday(db)
  const pieces: Piece[] = [
    ...nominees.flatMap(nominee => textPieces(nominee, { banner, link })),
    ...(await inspectionPieces(db, asked)),
    ...(await unitPieces(db, await submissionsOf(db, nominees), { own: false, banner })),
    ...(await inspectionReportPieces(db, asked)),
  ]
  return pieces.map(piece => ({ ...piece, today }))
}

const archived = ({ name, content, today }: Piece & { today: string }): ArchivePiece =>
  'file' in content
    ? { title: name, name: content.file.name, date: today, make: () => readContent(content.file) }
    : {
        title: name,
        name: safeName(name, 'pdf'),
        date: today,
        make: async () => documentBytes(await content.document(), 'pdf'),
      }

const honouredIds = async (db: Db, campaignId: number): Promise<Set<number>> => {
  const { rows } = await sql<{ id: number }>`
    select nomination_id as id from selection.honour where campaign_id = ${campaignId}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

const scanPieces = (files: FileRow[], date: string, title = '盖章扫描件'): ArchivePiece[] =>
  files.map(file => ({ title, name: file.name, date, make: () => readContent(file) }))

type Archived = { honoured: boolean; beside: ArchivePiece[]; work: PackageRow }

const nomineeMatter = async (
  db: Db,
  nominee: PrintedNominee,
  { honoured, beside, work }: Archived,
): Promise<Matter> => {
  const { name, plan, category, unitName, id } = nominee
  const today = await businessToday(db)
  const form: ArchivePiece = {
    title: '推荐表和材料',
    name: safeName(nomineeFileName(nominee), 'pdf'),
    date: today,
    make: async () => {
      const asked = { banner: work.banner ?? undefined, link: (path: string) => `${work.site}${path}` }
      const { document } = await inTransaction(db, tx => codedDocument(tx, nominee, 'file', asked))
      return documentBytes(document, 'pdf')
    },
  }
  const title = `${categoryOf(plan, category).name} ${name}（${unitName}）`
  return {
    title,
    folder: folderName(title),
    retention: honoured ? '30年' : '10年',
    pieces: withDistinctNames([
      form,
      ...beside,
      ...scanPieces(await stampedScans(db, id), today),
      historyPiece(db, id, today),
    ]),
  }
}

const withDistinctNames = (pieces: ArchivePiece[]): ArchivePiece[] => {
  const names = distinctNames(pieces.map(({ name }) => name))
  return pieces.map((piece, index) => ({ ...piece, name: names[index]! }))
}

/** Stamped pages: those put to a printed sheet and those put to a cell of the form. */
const stampedScans = async (db: Db, nominationId: number): Promise<FileRow[]> => {
  const { rows } = await sql<{ id: number }>`
    select distinct f.id from files.file f
    where f.id in (select unnest(scan_ids) from papers.sheet where nomination_id = ${nominationId})
      or f.key in (select jsonb_path_query(answers, '$.*.evidence.fileId') #>> '{}' from selection.nomination
        where id = ${nominationId})
    order by 1`.execute(db)
  const ids = rows.map(({ id }) => id)
  return (await findFiles(db, ids)).sort((a, b) => a.id - b.id)
}

/** 操作记录摘录: who did what and when, as the record has it. */
const historyPiece = (db: Db, nominationId: number, date: string): ArchivePiece => ({
  title: '操作记录摘录',
  name: '操作记录.xlsx',
  date,
  make: async () =>
    writeSheet({
      name: '操作记录',
      rows: (await history(db, 'nomination', nominationId, 1000)).toReversed(),
      columns: [
        { title: '时间', width: 24, value: ({ at }) => at },
        { title: '操作人', width: 16, value: ({ actorName }) => actorName },
        { title: '操作', width: 36, value: ({ action }) => action },
        { title: '说明', width: 60, value: ({ detail }) => JSON.stringify(detail) },
      ],
    }),
})

const decisionPieces = async (db: Db, campaignId: number): Promise<ArchivePiece[]> => {
  const { rows } = await sql<{ heldOn: string; body: string; fileIds: number[] }>`
    select d.held_on as "heldOn", d.body, d.file_ids as "fileIds" from selection.decision d
    join selection.stage_run r on r.id = d.stage_run_id where r.campaign_id = ${campaignId}
    order by d.held_on, d.id`.execute(db)
  const pieces: ArchivePiece[] = []
  for (const { heldOn, body, fileIds } of rows)
    pieces.push(...scanPieces(await findFiles(db, fileIds), heldOn, `${body}审定材料`))
  return withDistinctNames(pieces)
}

const letterPieces = async (db: Db, campaignId: number, banner: string | undefined): Promise<ArchivePiece[]> => {
  const issued = (await lettersOf(db, campaignId)).filter(({ state }) => state === 'issued').toReversed()
  return issued.map(({ id, title, number, issuedOn, editedAt }) => ({
    title: `${title}（${number}）`,
    name: safeName(`${number}-${title}`, 'pdf'),
    date: issuedOn ?? civilDay(editedAt),
    make: async () => {
      const letter = (await loadLetter(db, id)) as Letter
      return documentBytes(letterDocument(letter, issuedOn ?? civilDay(editedAt), banner), 'pdf')
    },
  }))
}
