import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mammoth from 'mammoth'
import type { TestClient } from '#kernel/access/testing.ts'
import { renderDocx } from '#kernel/documents/index.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { readBroughtForms } from '#modules/selection/index.ts'
import { intakeApi } from '#modules/selection/shared/index.ts'
import { testCampaign } from '#modules/selection/testing.ts'
import { type Db, openDatabase, sql } from '#platform/db/index.ts'
import { benchServer, ownFolder } from '../kit/database.ts'
import type { Options } from '../kit/options.ts'
import { median, note } from '../kit/result.ts'
import { fileOf } from './material.ts'

/** Files that a unit brings in at once. */
export const BROUGHT = 100
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type List = { db: Db; clerk: TestClient; submissionId: number; keep: (file: Buffer, name: string) => Promise<string> }

/** A unit's list on Luoyang's plan, and uploads as the files room keeps them. */
const listIn = async (db: Db): Promise<List> => {
  const store = await localStore(ownFolder())
  useFileStore(store)
  const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-27' })
  const { rows } = await sql<{ name: string }>`
    select u.name from selection.submission s join units.unit u on u.id = s.unit_id order by s.id limit 1`.execute(db)
  const { clerk, submissionId } = await campaign.clerkOf(rows[0]!.name)
  const keep = async (file: Buffer, name: string) => {
    const [key, sha256] = [randomUUID(), createHash('sha256').update(file).digest('hex')]
    const path = join(store.incoming, key)
    await writeFile(path, file)
    await store.put(sha256, path)
    await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
      values (${key}, ${sha256}, ${name}, ${WORD}, ${file.length}, ${clerk.ids.unitId}, 'x')`.execute(db)
    return key
  }
  return { db, clerk, submissionId, keep }
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}

/** The job reads what the unit has brought: recognised, read cell by cell, held against the layout, kept. */
const byJob = async ({ db, clerk, submissionId, keep }: List, files: Buffer[]): Promise<number> => {
  const fileKeys: string[] = []
  for (const [n, file] of files.entries()) fileKeys.push(await keep(file, `推荐表${n}.docx`))
  await clerk.call(intakeApi.bringForms, { params: { id: submissionId }, body: { fileKeys } })
  const took = await seconds(() => readBroughtForms(db))
  const { rows } = await sql<{ read: number }>`
    select count(*)::int as read from selection.reading r join files.file f on f.id = r.file_id
    where r.state = 'read' and f.key = any(${fileKeys})`.execute(db)
  if (rows[0]!.read < files.length) throw new Error(`only ${rows[0]!.read} of ${files.length} files were read`)
  return took
}

/** Mammoth makes HTML of each file: words and tables, neither cells recognised nor a limited thread nor a database. */
const byMammoth = (files: Buffer[]): Promise<number> =>
  seconds(async () => {
    for (const buffer of files) await mammoth.convertToHtml({ buffer })
  })

/** Files a second, job and reference in turn over the same files; the median of each. */
export const readRates = async ({ runs }: Options): Promise<{ value: number; referenceValue: number }> => {
  const server = await benchServer()
  const db = openDatabase(await server.fresh())
  try {
    const list = await listIn(db)
    const [own, theirs]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs; run += 1) {
      const files = Array.from({ length: BROUGHT }, (_, n) => renderDocx(fileOf(run * BROUGHT + n)))
      own.push(BROUGHT / (await byJob(list, files)))
      theirs.push(BROUGHT / (await byMammoth(files)))
      note(`读取${BROUGHT}份，第${run + 1}次。`)
    }
    return { value: median(own), referenceValue: median(theirs) }
  } finally {
    await db.destroy()
    await server.stop()
  }
}
