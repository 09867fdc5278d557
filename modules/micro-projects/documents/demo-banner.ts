import type { Document } from '#kernel/documents/index.ts'
import { type Db, sql } from '#platform/db/index.ts'

/** A document of made-up data says so at the head of every page. */
export const withDemoBanner = async (db: Db, document: Document): Promise<Document> => {
  const { rows } = await sql<{ demo: boolean }>`
    select exists (select from access.account where demo) as demo`.execute(db)
  if (!rows[0]!.demo) return document
  const banner = '演示数据，非真实情况'
  return { ...document, sections: document.sections.map(section => ({ ...section, banner })) }
}
