import type { Hono } from 'hono'
import { findPicture, serveFile } from '#kernel/files/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { listenerOf } from '../events.ts'
import { findPublicNotice, type NoticeRow } from '../notice-row.ts'
import { type NoticePicture, picturesOf } from '../shared/content.ts'

type Props = { code: string; pictures: NoticePicture[]; shown: string[] }

/** The pictures of a section; in place of one that may not be shown any more stands why. */
export const NoticePictures = ({ code, pictures, shown }: Props) =>
  pictures.length === 0 ? null : (
    <div class="notice-pictures">
      {pictures.map(({ hash, caption, width, height }) => (
        <figure>
          {shown.includes(hash) ? (
            <img src={`/notices/${code}/pictures/${hash}`} alt={`${caption}的照片`} width={width} height={height} />
          ) : (
            <p>这张照片后来作了隐私处理，不再显示。</p>
          )}
          <figcaption>{caption}</figcaption>
        </figure>
      ))}
    </div>
  )

/** Hashes of the pictures that stand in an issued notice and may still be shown, as its module says. */
export const shownPictures = async (db: Db, notice: NoticeRow): Promise<string[]> => {
  const listed = picturesOf(notice.content).map(({ hash }) => hash)
  if (notice.state !== 'issued' || listed.length === 0) return []
  const open = (await listenerOf(notice).shownPictures?.(db, notice)) ?? []
  return listed.filter(hash => open.includes(hash))
}

/** Only pictures of an issued notice are given out by their hash, byte for byte what was frozen. */
export const noticePictureRoute = (app: Hono, db: Db): void => {
  app.get('/notices/:code/pictures/:hash', async c => {
    const hash = c.req.param('hash')
    const notice = await findPublicNotice(db, c.req.param('code'))
    const shown = notice ? await shownPictures(db, notice) : []
    const file = shown.includes(hash) ? await findPicture(db, hash) : undefined
    if (!file) throw refuse('not.found', '没有这张照片。', { status: 404 })
    return serveFile(file, {})
  })
}
