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
import type { Content, Part } from './kinds.ts'
import type { PackageRow } from './row.ts'

type Placed = { nominee: PrintedNominee; path: string }

/** A folder a unit where there are several; names of one folder are made distinct. */
const placed = (nominees: PrintedNominee[], format: string): Placed[] => {
  const several = new Set(nominees.map(({ unitName }) => unitName)).size > 1
  const wanted = nominees.map(nominee => {
    const name = safeName(nomineeFileName(nominee), format)
    return several ? `${folderName(nominee.unitName)}/${name}` : name
  })
  return distinctNames(wanted).map((path, index) => ({ nominee: nominees[index]!, path }))
}

/** A folder's name as every system can keep it. */
export const folderName = (name: string) => safeName(name, 'x').replace(/\.x$/u, '')

const indexPart = (db: Db, all: Placed[]): Part => ({
  key: 'index',
  path: '目录.xlsx',
  make: async () => {
    const rows: { no: number; placed: Placed; code: string }[] = []
    for (const [index, one] of all.entries())
      rows.push({ no: index + 1, placed: one, code: await inTransaction(db, tx => sheetCode(tx, one.nominee)) })
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

/** 一项一档 of a unit or a whole campaign: one merged file a nominee, and an index sheet. */
export const nomineeFiles = async (db: Db, work: PackageRow): Promise<Content> => {
  const { plan } = (await loadCampaign(db, work.campaignId))!
  const format = work.options.format ?? 'docx'
  const all = placed(await printedNominees(db, plan, work.options.ids ?? []), format)
  const link = (path: string) => `${work.site}${path}`
  const documentOf = async ({ nominee }: Placed) => {
    const asked = { banner: work.banner ?? undefined, link }
    return (await inTransaction(db, tx => codedDocument(tx, nominee, 'file', asked))).document
  }
  const make =
    format === 'doc' ? inBatches(all, documentOf) : async (n: number) => paperBytes(await documentOf(all[n]!), format)
  const files = all.map(
    ({ nominee, path }, n): Part => ({ key: `nomination-${nominee.id}`, path, make: () => make(n) }),
  )
  const remarks = all
    .filter(({ nominee }) => Object.keys(nominee.articles).length === 0)
    .map(({ nominee }) => `“${nominee.name}”没有材料正文，文件中只有推荐表。`)
  return { parts: [indexPart(db, all), ...files], remarks }
}
