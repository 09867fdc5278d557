import { z } from 'zod'
import { readScan, spokenCode } from '#kernel/documents/index.ts'
import { type FileRow, findFile, findFiles, readContent } from '#kernel/files/index.ts'
import { defineJob } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { findProject, type Project } from '../project/load.ts'
import { type Printed, printedSheets } from './sheet-number.ts'

/** The printed sheets that a photograph or scan shows. @throws Problem `scan.*` where it cannot be looked through */
const sheetsOn = async (db: Db, file: FileRow): Promise<Printed[]> =>
  printedSheets(db, [...new Set((await readScan(await readContent(file))).flatMap(({ codes }) => codes))])

/** Looks a sheet's picture through for printed numbers, for {@link proxySigns}: after the commit, as it takes a second. */
export const readSheet = defineJob({
  name: 'micro.read-sheet',
  schema: z.object({ sheetId: z.number() }),
  handle: async (db, { sheetId }) => {
    const { rows } = await sql<{ fileId: number }>`
      select file_id as "fileId" from micro.sheet where id = ${sheetId} and read_at is null`.execute(db)
    const [file] = await findFiles(
      db,
      rows.map(({ fileId }) => fileId),
    )
    if (!file) return
    const codes = (await sheetsOn(db, file).catch(noneWhereUnreadable)).map(({ code }) => code)
    await inTransaction(db, async tx => {
      await sql`
        insert into micro.sheet_code (sheet_id, code) select ${sheetId}, code from unnest(${codes}::text[]) code
        on conflict do nothing`.execute(tx)
      await sql`update micro.sheet set read_at = app.now() where id = ${sheetId}`.execute(tx)
    })
  },
})

/** What cannot be looked through has no number that is seen, and will have none at the next try. */
const noneWhereUnreadable = (error: unknown): Printed[] => {
  if (error instanceof Problem) return []
  throw error
}

/** A photograph of a sheet that is about to be entered under a project. */
export type Photographed = { project: Project; file: FileRow }

export const findPhotographed = async (db: Db, projectId: number, key: string): Promise<Photographed | null> => {
  const [project, file] = [await findProject(db, projectId), await findFile(db, key)]
  return project && file ? { project, file } : null
}

/**
 * The numbers in a photograph of a sheet, told while the paper is at hand; whether one was printed for another project,
 * which is not named.
 */
export const presentNumbers = async (db: Db, { project, file }: Photographed) => {
  const printed = await sheetsOn(db, file).catch(noneWhereUnreadable)
  return {
    numbers: printed.map(({ code }) => spokenCode(code)),
    elsewhere: printed.some(({ projectId }) => projectId !== project.id),
  }
}
