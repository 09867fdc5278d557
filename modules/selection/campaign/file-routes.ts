import type { Api } from '#kernel/access/index.ts'
import { disposition } from '#kernel/files/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { loadNomination } from '../load.ts'
import { formFile } from '../nomination/form-file.ts'
import { canSeeNomination } from '../permissions.ts'
import { documentsApi } from '../shared/index.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const documentRoutes = (api: Api): void => {
  api.handle(documentsApi.downloadForm, {
    load: ({ db, params }) => loadNomination(db, params.id),
    allow: canSeeNomination,
    act: async ({ actor, loaded }) => {
      const banner = await demoBanner(api.db)
      const { file, name } = await inTransaction(api.db, tx => formFile(tx, actor, loaded, banner))
      return new Response(new Uint8Array(file), {
        headers: {
          'content-type': WORD,
          'content-disposition': disposition('attachment', name),
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    },
  })
}

/** A database with one-click accounts holds the demo: every paper of it says so. */
const demoBanner = async (db: Db): Promise<string | null> => {
  const { rows } = await sql<{ demo: boolean }>`
    select exists (select from access.account where demo) as demo`.execute(db)
  return rows[0]!.demo ? '演示数据，非真实情况' : null
}
