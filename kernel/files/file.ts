import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '#kernel/access/index.ts'
import { digest } from '#platform/crypto/index.ts'
import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type FileKind, kindOf } from './kind.ts'
import { copies, inspectPicture } from './pictures/inspect.ts'
import type { Received } from './receive.ts'
import type { PictureFacts, StoredFile } from './shared/api.ts'
import { safeName } from './shared/name.ts'
import { type Taken, unknownTaken } from './shared/taken.ts'
import { fileStore } from './store.ts'

export type FileRow = {
  id: number
  key: string
  sha256: string
  name: string
  mime: string
  bytes: number
  facts: Partial<PictureFacts>
  public: boolean
  uploadedBy: string
  keptFor: string | null
  /** Path of the unit it belongs to; null for what belongs to no unit (evidence of an objection). */
  unitPath: string | null
}

export type Uploader = Pick<Actor, 'id' | 'unitId'>

/**
 * Inspects what was received and keeps it. The answer names it by key; a form that is saved with the key claims it
 * by {@link keepFiles}, what nothing claims is swept after a day.
 * @throws Problem 415 `file.kind`, 422 `picture.*`
 */
export const storeFile = async (db: Db, uploader: Uploader, received: Received, name: string): Promise<StoredFile> => {
  try {
    const kind = await kindOf(received.path, name)
    const { facts, taken } = kind.kind === 'picture' ? await inspectPicture(received.path) : { facts: {}, taken: null }
    return await inTransaction(db, tx => insertFile(tx, uploader, received, { kind, facts, taken, name }))
  } finally {
    for (const suffix of ['', ...copies.map(copy => `.${copy.name}`)]) await rm(received.path + suffix, { force: true })
  }
}

type Inspected = { kind: FileKind; facts: Partial<PictureFacts>; taken: Taken | null; name: string }

const insertFile = async (tx: Tx, uploader: Uploader, received: Received, found: Inspected): Promise<StoredFile> => {
  await lockContent(tx, received.sha256)
  await putContents(received, found.kind.kind === 'picture')
  const file: StoredFile = {
    key: randomBytes(18).toString('base64url'),
    name: safeName(found.name, found.kind.extension),
    kind: found.kind.kind,
    mime: found.kind.mime,
    bytes: received.bytes,
    facts: found.facts,
  }
  await sql`
    insert into files.file (key, sha256, name, mime, bytes, facts, taken, unit_id, uploaded_by)
    values (${file.key}, ${received.sha256}, ${file.name}, ${file.mime}, ${file.bytes},
      ${JSON.stringify(file.facts)}::jsonb, ${found.taken && JSON.stringify(found.taken)}::jsonb, ${uploader.unitId},
      ${uploader.id})`.execute(tx)
  return file
}

/** The same content is never put and swept at once. */
export const lockContent = (tx: Tx, sha256: string) =>
  sql`select pg_advisory_xact_lock(hashtext(${`file ${sha256}`}))`.execute(tx)

/** Contents are named by their hash, so the same photo sent twice is kept once. */
const putContents = async ({ path, sha256 }: Received, picture: boolean) => {
  if (picture) for (const { name } of copies) await fileStore().put(`${sha256}.${name}`, `${path}.${name}`)
  await fileStore().put(sha256, path)
}

/** The names under which a file's contents lie in the store. */
export const contentNames = (sha256: string) => [sha256, ...copies.map(copy => `${sha256}.${copy.name}`)]

const select = sql`
  select f.id, f.key, f.sha256, f.name, f.mime, f.bytes, f.facts, f.public, f.uploaded_by as "uploadedBy",
    f.kept_for as "keptFor", u.path as "unitPath"
  from files.file f left join units.unit u on u.id = f.unit_id`

export const findFile = async (db: Db, key: string): Promise<FileRow | undefined> => {
  const { rows } = await sql<FileRow>`${select} where f.key = ${key}`.execute(db)
  return rows[0]
}

/**
 * SHA-256 of what is given out of a picture: the cleaned copy that {@link serveFile} answers with, byte for byte. Worked
 * out when it is first asked for, and kept.
 */
export const shownHash = async (db: Db, file: Pick<FileRow, 'id' | 'sha256' | 'mime'>): Promise<string> => {
  const { rows } = await sql<{ shown: string | null }>`
    select shown_sha256 as shown from files.file where id = ${file.id}`.execute(db)
  if (rows[0]?.shown) return rows[0].shown
  const shown = digest('SHA-256', await readContent(file)).toString('hex')
  await sql`update files.file set shown_sha256 = ${shown} where id = ${file.id}`.execute(db)
  return shown
}

/** Any picture that is given out with this hash: for pages that name a picture by it, as a frozen list does. */
export const findPicture = async (db: Db, shown: string): Promise<FileRow | undefined> => {
  const { rows } = await sql<FileRow>`
    ${select} where f.shown_sha256 = ${shown} and f.kept_for is not null limit 1`.execute(db)
  return rows[0]
}

/** Files by id, in no order: for pages that show what a matter holds. */
export const findFiles = async (db: Db, ids: readonly number[]): Promise<FileRow[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<FileRow>`${select} where f.id = any(${[...ids]}::bigint[])`.execute(db)
  return rows
}

/** Files by the keys that answers keep of them; keys of none are left out. */
export const findFilesByKey = async (db: Db, keys: readonly string[]): Promise<FileRow[]> => {
  if (keys.length === 0) return []
  const { rows } = await sql<FileRow>`${select} where f.key = any(${[...keys]}::text[])`.execute(db)
  return rows
}

export const presentFile = (file: FileRow): StoredFile => ({
  key: file.key,
  name: file.name,
  kind: file.mime === 'application/pdf' ? 'pdf' : file.mime.startsWith('image/') ? 'picture' : 'document',
  mime: file.mime,
  bytes: file.bytes,
  facts: file.facts,
})

/**
 * Claims files for a matter, in the transaction that saves it: the one way from a key to an id. Only the uploader's
 * own files, those of the same unit, and those that the matter already holds can be claimed: whoever corrects it (the
 * organiser for a unit) does not lose what another has put in.
 * @param purpose what for, one word (`evidence`, `objection`)
 * @param held ids of the files that the matter already holds
 * @returns the files in the order of the keys
 * @throws Problem 422 `file.unknown`
 */
export const keepFiles = async (
  tx: Tx,
  uploader: Uploader,
  keys: readonly string[],
  purpose: string,
  held: readonly number[] = [],
): Promise<FileRow[]> => {
  if (keys.length === 0) return []
  const claimable = sql`f.key = any(${[...keys]}::text[]) and (f.uploaded_by = ${uploader.id}
    or f.unit_id = ${uploader.unitId} or f.id = any(${[...held]}::bigint[]))`
  await sql`update files.file f set kept_for = coalesce(f.kept_for, ${purpose}) where ${claimable}`.execute(tx)
  const { rows } = await sql<FileRow>`${select} where ${claimable} and f.kept_for is not null`.execute(tx)
  const kept = keys.map(key => rows.find(row => row.key === key))
  if (kept.includes(undefined))
    throw refuse('file.unknown', '有附件没有找到，可能上传已过期，请重新上传后再保存。', { status: 422 })
  return kept as FileRow[]
}

/** Opens a kept file to everyone at /files/{key}, when the page that shows it is issued. */
export const publishFiles = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  await sql`update files.file set public = true where id = any(${[...ids]}::bigint[]) and kept_for is not null`.execute(
    tx,
  )
}

/** When and where a picture's original says it was taken: for whoever checks it, never for a page. */
export const readTakenOf = async (db: Db, fileId: number): Promise<Taken> => {
  const { rows } = await sql<{ taken: Taken | null }>`select taken from files.file where id = ${fileId}`.execute(db)
  return rows[0]?.taken ?? unknownTaken
}

/** A file's content for documents and exports: pictures as they are served, without EXIF, in the size asked for. */
export const readContent = (file: Pick<FileRow, 'sha256' | 'mime'>, size?: string): Promise<Buffer> =>
  buffer(fileStore().read(servedName(file, size)))

/** The stored content that is given out: of a picture the cleaned copy, never the original. */
export const servedName = (file: Pick<FileRow, 'sha256' | 'mime'>, size?: string): string =>
  file.mime.startsWith('image/') ? `${file.sha256}.${size ?? 'view'}` : file.sha256
