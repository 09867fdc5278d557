import { randomCode } from '#kernel/publicity/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { loadNomination } from '../../load.ts'
import { type PrintedNominee, printedNominee } from '../form/nominee.ts'
import { contentHash } from './content-hash.ts'

const CODE_LENGTH = 10

/** A printed content and its code; `version` counts the times it had been handed in when it was first printed. */
export type Sheet = {
  code: string
  nominationId: number
  hash: string
  version: number
  printedAt: string
  scanIds: number[]
  sealedAt: string | null
}

const columns = sql`
  code, nomination_id as "nominationId", hash, version, printed_at as "printedAt", scan_ids as "scanIds",
  sealed_at as "sealedAt"`

/** The code of a nominee's papers as they are printed now: the same content carries the same code for good. */
export const sheetCode = async (tx: Tx, nominee: PrintedNominee): Promise<string> => {
  const hash = contentHash(nominee)
  const { rows } = await sql<{ code: string }>`
    insert into papers.sheet (code, nomination_id, hash, version)
    values (${randomCode(CODE_LENGTH)}, ${nominee.id}, ${hash}, ${nominee.versions})
    on conflict (nomination_id, hash) do update set version = papers.sheet.version returning code`.execute(tx)
  return rows[0]!.code
}

/** A code as it was typed: full-width and small letters, spaces and hyphens, O for 0, I and L for 1. */
export const tidyCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s—–-]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/** The sheet that a code at the foot of a page stands for. */
export const findSheet = async (db: Db, typed: string): Promise<Sheet | undefined> => {
  const { rows } = await sql<Sheet>`select ${columns} from papers.sheet where code = ${tidyCode(typed)}`.execute(db)
  return rows[0]
}

/** How a paper in hand compares with what its unit has in the system now. */
export type SheetState = 'current' | 'older' | 'removed'

export type SheetCheck = { state: SheetState; code: string; form: string; campaign: string; printedAt: string }

/** Looks a code up for anybody: nothing of whom the paper is about leaves here. */
export const checkSheet = async (db: Db, typed: string): Promise<SheetCheck | undefined> => {
  const sheet = await findSheet(db, typed)
  const nomination = sheet && (await loadNomination(db, sheet.nominationId))
  if (!sheet || !nomination) return undefined
  const nominee = await printedNominee(db, nomination)
  const current = contentHash(nominee) === sheet.hash
  return {
    state: nomination.state === 'removed' ? 'removed' : current ? 'current' : 'older',
    code: sheet.code,
    form: nominee.form.title.join(''),
    campaign: nomination.plan.title,
    printedAt: sheet.printedAt,
  }
}
