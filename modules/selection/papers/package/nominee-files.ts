import { documentBytes, renderDocx, toWord97, writeSheet } from '#kernel/documents/index.ts'
import { readContent } from '#kernel/files/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { loadCampaign } from '../../load.ts'
import { printedNominees } from '../form/nominee.ts'
import { sheetCode } from '../sheet/sheet.ts'
import { inspectionPieces, inspectionReportPieces } from './inspection-files.ts'
import type { Content, Part } from './kinds.ts'
import { formPiece, photoPieces, textPieces } from './nominee-pieces.ts'
import { type Piece, type Placed, placed } from './piece.ts'
import type { PackageRow } from './row.ts'
import { submissionsOf, unitPieces } from './unit-pieces.ts'

/** Every file with what it is of; a form has its code beside it. */
const indexPart = (db: Db, all: Placed[]): Part => ({
  key: 'index',
  path: '目录.xlsx',
  make: async () => {
    const rows: { no: number; piece: Placed; code: string }[] = []
    for (const piece of all) {
      const { coded } = piece
      const code = coded ? await inTransaction(db, tx => sheetCode(tx, coded)) : ''
      rows.push({ no: rows.length + 1, piece, code })
    }
    return writeSheet({
      name: '目录',
      rows,
      columns: [
        { title: '序号', width: 6, value: row => row.no },
        { title: '推荐单位', width: 24, value: row => row.piece.unitName },
        { title: '类别', width: 28, value: row => row.piece.category },
        { title: '推荐对象', width: 28, value: row => row.piece.nominee },
        { title: '文件', width: 60, value: row => row.piece.path },
        { title: '核对码', width: 14, value: row => row.code },
      ],
    })
  },
})

const BATCH = 20

/** LibreOffice takes a second to start and little for each file: it converts a batch when its first one is asked for. */
const inBatches = (all: (() => Promise<Uint8Array>)[]) => {
  const ready = new Map<number, Uint8Array>()
  return async (n: number): Promise<Uint8Array> => {
    if (!ready.has(n)) {
      ready.clear()
      const words: Uint8Array[] = []
      for (const make of all.slice(n, n + BATCH)) words.push(await make())
      for (const [index, file] of (await toWord97(words)).entries()) ready.set(n + index, file)
    }
    return ready.get(n)!
  }
}

/** How each piece is made in the format asked for. */
const partsOf = (all: Placed[], format: 'docx' | 'pdf' | 'doc'): Part[] => {
  const drawn = all.flatMap(({ content }) => ('document' in content ? [content.document] : []))
  const batched = inBatches(drawn.map(document => async () => renderDocx(await document())))
  return all.map(({ key, path, content }): Part => {
    if ('file' in content) return { key, path, make: () => readContent(content.file) }
    const n = drawn.indexOf(content.document)
    const make = async () => (format === 'doc' ? batched(n) : documentBytes(await content.document(), format))
    return { key, path, make }
  })
}

/**
 * 一项一档 of a unit or a whole campaign: one merged file a nominee; beside it what the plan wants as files of their
 * own, the inspection, and the papers of the unit; and an index sheet.
 */
export const nomineeFiles = async (db: Db, work: PackageRow): Promise<Content> => {
  const { plan } = (await loadCampaign(db, work.campaignId))!
  const { format = 'docx', own = false, inspections: which } = work.options
  const nominees = await printedNominees(db, plan, work.options.ids ?? [])
  const banner = work.banner ?? undefined
  const printing = { banner, link: (path: string) => `${work.site}${path}` }
  const pieces: Piece[] = nominees.map(nominee => formPiece(db, nominee, printing))
  for (const nominee of nominees) pieces.push(...textPieces(nominee, printing), ...(await photoPieces(db, nominee)))
  pieces.push(...(await inspectionPieces(db, { plan, nominees, which, banner })))
  pieces.push(...(await unitPieces(db, await submissionsOf(db, nominees), { own, banner })))
  pieces.push(...(await inspectionReportPieces(db, { plan, nominees, which, banner })))
  const all = placed(pieces, format)
  const remarks = nominees
    .filter(({ articles }) => Object.keys(articles).length === 0)
    .map(({ name }) => `“${name}”没有材料正文，文件中只有推荐表。`)
  return { parts: [indexPart(db, all), ...partsOf(all, format)], remarks }
}
