import { type Document, renderDocx, toWord97, writeSheet } from '#kernel/documents/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { loadCampaign } from '../../load.ts'
import { categoryOf } from '../../plan/lookup.ts'
import { codedDocument } from '../form/file.ts'
import { distinctNames, nomineeFileName } from '../form/file-name.ts'
import { type PrintedNominee, printedNominees } from '../form/nominee.ts'
import { paperBytes } from '../render.ts'
import { sheetCode } from '../sheet/sheet.ts'
import { type InspectionFile, inspectionDocument, inspectionFiles } from './inspection-files.ts'
import type { Content, Part } from './kinds.ts'
import type { PackageRow } from './row.ts'

type Placed = { nominee: PrintedNominee; path: string }

/** A folder a unit where there are several; names of one folder are made distinct. */
const placed = <One extends { nominee: PrintedNominee; name: string }>(files: One[], format: string) => {
  const several = new Set(files.map(({ nominee }) => nominee.unitName)).size > 1
  const wanted = files.map(({ nominee, name }) => {
    const safe = safeName(name, format)
    return several ? `${folderName(nominee.unitName)}/${safe}` : safe
  })
  return distinctNames(wanted).map((path, index) => ({ ...files[index]!, path }))
}

/** A folder's name as every system can keep it. */
export const folderName = (name: string) => safeName(name, 'x').replace(/\.x$/u, '')

/** Every file with what it is of; a form has its code beside it. */
const indexPart = (db: Db, all: Placed[], others: Placed[]): Part => ({
  key: 'index',
  path: '目录.xlsx',
  make: async () => {
    const rows: { no: number; placed: Placed; code: string }[] = []
    for (const one of all)
      rows.push({ no: rows.length + 1, placed: one, code: await inTransaction(db, tx => sheetCode(tx, one.nominee)) })
    for (const one of others) rows.push({ no: rows.length + 1, placed: one, code: '' })
    return writeSheet({
      name: '目录',
      rows,
      columns: [
        { title: '序号', width: 6, value: row => row.no },
        { title: '推荐单位', width: 24, value: row => row.placed.nominee.unitName },
        { title: '类别', width: 28, value: row => categoryName(row.placed.nominee) },
        { title: '推荐对象', width: 28, value: row => row.placed.nominee.name },
        { title: '文件', width: 60, value: row => row.placed.path },
        { title: '核对码', width: 14, value: row => row.code },
      ],
    })
  },
})

const categoryName = ({ plan, category }: PrintedNominee) => categoryOf(plan, category).name

const BATCH = 20

/** LibreOffice takes a second to start and little for each file: it converts a batch when its first one is asked for. */
const inBatches = (all: Placed[], documentOf: (one: Placed) => Promise<Document>) => {
  const ready = new Map<number, Uint8Array>()
  return async (n: number): Promise<Uint8Array> => {
    if (!ready.has(n)) {
      ready.clear()
      const batch = all.slice(n, n + BATCH)
      const words: Uint8Array[] = []
      for (const one of batch) words.push(renderDocx(await documentOf(one)))
      for (const [index, file] of (await toWord97(words)).entries()) ready.set(n + index, file)
    }
    return ready.get(n)!
  }
}

/** 一项一档 of a unit or a whole campaign: one merged file a nominee, its inspection beside it, and an index sheet. */
export const nomineeFiles = async (db: Db, work: PackageRow): Promise<Content> => {
  const { plan } = (await loadCampaign(db, work.campaignId))!
  const format = work.options.format ?? 'docx'
  const nominees = await printedNominees(db, plan, work.options.ids ?? [])
  const inspected = await inspectionFiles(db, plan, nominees, work.options.inspections)
  const forms = nominees.map(nominee => ({ nominee, name: nomineeFileName(nominee) }))
  const files = placed<{ nominee: PrintedNominee; name: string; inspection?: InspectionFile }>(
    [...forms, ...inspected.map(inspection => ({ ...inspection, inspection }))],
    format,
  )
  const all = files.slice(0, forms.length)
  const link = (path: string) => `${work.site}${path}`
  const documentOf = async ({ nominee }: Placed) => {
    const asked = { banner: work.banner ?? undefined, link }
    return (await inTransaction(db, tx => codedDocument(tx, nominee, 'file', asked))).document
  }
  const make =
    format === 'doc' ? inBatches(all, documentOf) : async (n: number) => paperBytes(await documentOf(all[n]!), format)
  const own = all.map(({ nominee, path }, n): Part => ({ key: `nomination-${nominee.id}`, path, make: () => make(n) }))
  const others = files.slice(forms.length)
  const beside = others.map(
    ({ path, inspection }): Part => ({
      key: inspection!.key,
      path,
      make: async () => paperBytes(inspectionDocument(plan, inspection!, work.banner ?? undefined), format),
    }),
  )
  const remarks = all
    .filter(({ nominee }) => Object.keys(nominee.articles).length === 0)
    .map(({ nominee }) => `“${nominee.name}”没有材料正文，文件中只有推荐表。`)
  return { parts: [indexPart(db, all, others), ...own, ...beside], remarks }
}
