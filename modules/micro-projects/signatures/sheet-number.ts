import type { Actor } from '#kernel/access/index.ts'
import { randomCode } from '#kernel/publicity/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Project } from '../project/load.ts'

const CODE_LENGTH = 10
const SAID = '签名表'

/** Numbers for sheets that are printed now: no two papers bear the same, so two photographs of one are found by it. */
export const numberSheets = async (
  db: Db,
  actor: Actor,
  { id }: Pick<Project, 'id'>,
  count: number,
): Promise<string[]> => {
  if (count === 0) return []
  const codes = Array.from({ length: count }, () => randomCode(CODE_LENGTH))
  await sql`
    insert into micro.sheet_print (code, project_id, printed_by)
    select code, ${id}, ${actor.accountId} from unnest(${codes}::text[]) code`.execute(db)
  return codes
}

/** What the QR code on a sheet says: whoever points a telephone at it reads what it is. */
export const sheetWords = (code: string): string => `${SAID}${code}`

const codeIn = (words: string): string[] => (words.startsWith(SAID) ? [words.slice(SAID.length)] : [])

export type Printed = { code: string; projectId: number }

/** The sheets printed here whose numbers are among the words of QR codes; codes of anything else are left out. */
export const printedSheets = async (db: Db, words: string[]): Promise<Printed[]> => {
  const codes = words.flatMap(codeIn)
  if (codes.length === 0) return []
  const { rows } = await sql<Printed>`
    select code, project_id as "projectId" from micro.sheet_print where code = any(${codes}::text[])
    order by code`.execute(db)
  return rows
}
