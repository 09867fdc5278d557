import type { Context } from 'hono'
import type { Actor, Api } from '#kernel/access/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { refuse, signedIn } from '#platform/http/index.ts'
import { tooLarge } from '../receive.ts'
import { maxFileBytes } from '../shared/limits.ts'
import { beginUpload, continueUpload, dropUpload, finishUpload, uploadProgress } from '../shared/upload-api.ts'
import { endUpload } from './end.ts'
import { finish } from './finish.ts'
import { receiveParts } from './receive-parts.ts'
import { findUpload, insertUpload, type Upload } from './upload.ts'

const VERSION = '1.0.0'
const MEDIA = 'application/offset+octet-stream'

/** An upload is its sender's alone, whatever posts or units they share. */
const sends = (actor: Actor, { uploadedBy }: Upload) => uploadedBy === actor.id

/** The protocol of `shared/upload-api.ts`. None of it holds a transaction open while a body is read. */
export const uploadRoutes = (api: Api): void => {
  const load = ({ db, params }: { db: Db; params: { key: string } }) => findUpload(db, params.key)
  api.handle(beginUpload, {
    allow: signedIn,
    streams: true,
    act: async ({ actor, c }) => {
      const bytes = whole(c.req.header('upload-length'))
      if (bytes > maxFileBytes) throw tooLarge()
      const upload = await inTransaction(api.db, tx => insertUpload(tx, actor, nameIn(c), bytes))
      return tus(201, upload, { location: `${c.req.path}/${upload.key}` })
    },
  })
  api.handle(uploadProgress, {
    load,
    allow: sends,
    act: async ({ loaded }) => tus(200, loaded, { 'upload-length': String(loaded.bytes), 'cache-control': 'no-store' }),
  })
  api.handle(continueUpload, {
    load,
    allow: sends,
    streams: true,
    act: async ({ c, loaded }) => {
      if (c.req.header('content-type') !== MEDIA)
        throw refuse('upload.media', `续传的内容类型须为 ${MEDIA}。`, { status: 415 })
      const offset = whole(c.req.header('upload-offset'), 0)
      const arrived = await receiveParts(api.db, loaded, offset, c.req.raw.body as never)
      return tus(204, { ...loaded, arrived })
    },
  })
  api.handle(dropUpload, {
    load,
    allow: sends,
    streams: true,
    act: async ({ loaded }) => {
      await endUpload(api.db, loaded)
      return new Response(null, { status: 204, headers: { 'tus-resumable': VERSION } })
    },
  })
  api.handle(finishUpload, {
    load,
    allow: sends,
    streams: true,
    act: ({ actor, body, loaded }) => finish(api.db, actor, loaded, body.sha256),
  })
}

const tus = (status: number, { arrived, expiresAt }: Upload, headers: Record<string, string> = {}) =>
  new Response(null, {
    status,
    headers: {
      'tus-resumable': VERSION,
      'upload-offset': String(arrived),
      'upload-expires': new Date(expiresAt).toUTCString(),
      ...headers,
    },
  })

/** @throws Problem 400 `upload.header` */
const whole = (header: string | undefined, least = 1): number => {
  const value = /^\d{1,15}$/.test(header ?? '') ? Number(header) : -1
  if (value < least) throw refuse('upload.header', '缺少文件长度或续传位置，或不是整数。', { status: 400 })
  return value
}

/** `filename` of the metadata: pairs of a key and a Base64 value, with commas between. */
const nameIn = (c: Context): string => {
  const pairs = (c.req.header('upload-metadata') ?? '').split(',').map(pair => pair.trim().split(' '))
  const value = pairs.find(([key]) => key === 'filename')?.[1]
  const name = value ? Buffer.from(value, 'base64').toString('utf8') : ''
  return name.replace(/\p{Cc}/gu, '').slice(0, 500) || '未命名'
}
