import { readScan } from '#kernel/documents/index.ts'
import { readContent } from '#kernel/files/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { checkSheet, findSheet } from '../papers/sheet/sheet.ts'
import type { Uploaded } from './uploaded.ts'

/** The printed code in what a page's QR code says: an address that ends with it, or the code itself. */
const codeIn = (text: string): string => /\/papers\/([^/?#]+)/.exec(text)?.[1] ?? text

/** The sheet of one of this list's nominees that a page shows; a sheet of anybody else is not told. */
const sheetOn = async (db: Db, submissionId: number, codes: string[]) => {
  for (const code of codes.map(codeIn)) {
    const sheet = await findSheet(db, code)
    const own = sheet && (await isOfList(db, sheet.nominationId, submissionId))
    const check = own && (await checkSheet(db, code))
    if (sheet && check) return { code: sheet.code, nominationId: sheet.nominationId, state: check.state }
  }
  return null
}

const isOfList = async (db: Db, nominationId: number, submissionId: number): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from selection.nomination where id = ${nominationId} and submission_id = ${submissionId}`.execute(db)
  return rows.length > 0
}

/**
 * A scan page by page: the sheet each shows, found by its code, and a picture to match the others by hand.
 * @throws Problem `scan.*`
 */
export const presentScan = async (db: Db, { submission, file }: Uploaded) => {
  const pages = await readScan(await readContent(file))
  return {
    name: file.name,
    pages: await Promise.all(
      pages.map(async ({ page, codes, preview }) => ({
        page,
        preview: `data:image/jpeg;base64,${Buffer.from(preview).toString('base64')}`,
        sheet: await sheetOn(db, submission.id, codes),
      })),
    ),
  }
}
