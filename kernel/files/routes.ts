import type { Api } from '#kernel/access/index.ts'
import { everyone, signedIn } from '#platform/http/index.ts'
import { findFile, storeFile } from './file.ts'
import { canRead, isGranted } from './permissions.ts'
import { receive } from './receive.ts'
import { serveFile } from './serve.ts'
import { readFile, readPublicFile, uploadFile } from './shared/api.ts'
import { uploadRoutes } from './upload/routes.ts'

/** Upload, reading with a session, and the public address of what was published. */
export const fileRoutes = (api: Api): void => {
  uploadRoutes(api)
  api.handle(uploadFile, {
    allow: signedIn,
    streams: true,
    act: async ({ actor, c, query }) => {
      const declared = c.req.header('content-length')
      const received = await receive(c.req.raw.body as never, declared === undefined ? undefined : Number(declared))
      return storeFile(api.db, actor, received, query.name)
    },
  })
  api.handle(readFile, {
    load: async ({ db, asker, params }) => {
      const file = await findFile(db, params.key)
      return file && { file, granted: await isGranted(db, await asker, file) }
    },
    allow: canRead,
    act: async ({ loaded, query }) => serveFile(loaded.file, query),
  })
  api.handle(readPublicFile, {
    load: async ({ db, params }) => {
      const file = await findFile(db, params.key)
      return file?.public ? file : null
    },
    allow: everyone('only files of issued pages are found here'),
    act: async ({ loaded, query }) => serveFile(loaded, query),
  })
}
