import { shownHash } from '#kernel/files/index.ts'
import type { NoticePicture } from '#kernel/publicity/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { pictureParts } from '../shared/index.ts'
import { type PictureRow, picturesOf } from './queries.ts'

type Pair = { before: PictureRow | undefined; after: PictureRow | undefined }

/** The first picture from before the works and the last from after them, of those about which it was answered. */
export const pairOf = (pictures: PictureRow[]): Pair => {
  const open = pictures.filter(({ privacy, width }) => privacy !== null && width > 0)
  return {
    before: open.find(({ part }) => part === 'before'),
    after: open.findLast(({ part }) => part === 'after'),
  }
}

/** A project's pair as its notice freezes it: each by the hash of what the public is given. */
export const noticePictures = async (db: Db, projectId: number): Promise<NoticePicture[]> => {
  const { before, after } = pairOf(await picturesOf(db, projectId))
  const pictures: NoticePicture[] = []
  for (const picture of [before, after]) {
    if (!picture) continue
    const { fileId: id, sha256, mime, part, width, height } = picture
    pictures.push({ hash: await shownHash(db, { id, sha256, mime }), caption: pictureParts[part], width, height })
  }
  return pictures
}

/** Hashes of a project's pictures that may be shown now: what was covered since has another. */
export const shownNow = async (db: Db, projectId: number): Promise<string[]> => {
  const { rows } = await sql<{ hash: string }>`
    select f.shown_sha256 as hash from micro.picture x join files.file f on f.id = x.file_id
    where x.project_id = ${projectId} and x.part in ('before', 'after') and x.privacy is not null
      and f.shown_sha256 is not null`.execute(db)
  return rows.map(({ hash }) => hash)
}
