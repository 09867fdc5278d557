import sharp from 'sharp'
import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { keepFiles, readContent, receive, storeFile } from '#kernel/files/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { pictureApi } from '../shared/index.ts'
import type { PictureRow } from './queries.ts'

/**
 * 打码: from now on the picture is the one with squares in it. What it is compared by and what its file said of time and
 * place stay those of the picture as it came, which is kept as evidence and on no page.
 */
export const blurPicture = async (
  tx: Tx,
  actor: Actor,
  picture: PictureRow,
  areas: readonly pictureApi.Area[],
): Promise<void> => {
  const blurred = await pixelated(await readContent(picture), areas)
  const received = await receive(new Blob([new Uint8Array(blurred)]).stream() as Parameters<typeof receive>[0])
  const { key } = await storeFile(tx, actor, received, '打码照片.jpg')
  const [file] = await keepFiles(tx, actor, [key], 'micro-picture')
  await sql`update micro.picture set file_id = ${file!.id}, privacy = 'blurred' where id = ${picture.id}`.execute(tx)
  await record(tx, actor, {
    action: 'micro.picture.blur',
    subjectKind: 'micro.project',
    subjectId: picture.projectId,
    detail: { picture: picture.id, from: picture.sha256, to: file!.sha256, areas: areas.length },
  })
}

/** Squares along the longer side of an area: too few to tell a face or a number by. */
const SQUARES = 6

/** The picture with each area averaged to a few squares; what was there cannot be worked out from them. */
export const pixelated = async (picture: Buffer, areas: readonly pictureApi.Area[]): Promise<Buffer> => {
  const { width, height } = await sharp(picture).metadata()
  const patches = areas.map(async area => {
    const left = Math.min(width - 1, Math.floor(area.x * width))
    const top = Math.min(height - 1, Math.floor(area.y * height))
    const size = {
      width: Math.max(1, Math.min(width - left, Math.ceil(area.width * width))),
      height: Math.max(1, Math.min(height - top, Math.ceil(area.height * height))),
    }
    const square = Math.max(size.width, size.height) / SQUARES
    const [columns, rows] = [Math.ceil(size.width / square), Math.ceil(size.height / square)]
    const few = await sharp(picture)
      .extract({ left, top, ...size })
      .resize(columns, rows, { fit: 'fill' })
      .png()
      .toBuffer()
    const input = await sharp(few).resize(size.width, size.height, { fit: 'fill', kernel: 'nearest' }).png().toBuffer()
    return { input, left, top }
  })
  return sharp(picture)
    .composite(await Promise.all(patches))
    .jpeg({ quality: 88 })
    .toBuffer()
}
