import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type FileRow, keepFiles, readContent, readTakenOf } from '#kernel/files/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Project } from '../project/load.ts'
import {
  maxPicturesOfPart,
  type PicturePart,
  type PrivacyAnswer,
  type pictureApi,
  pictureParts,
} from '../shared/index.ts'
import { greyPlane, hashesOf } from './hash.ts'
import { requireOpen } from './open.ts'
import type { Plane } from './plane.ts'
import { type PictureRow, picturesOf } from './queries.ts'
import { samePictures } from './same.ts'

/**
 * Takes an uploaded picture into a project, with its hashes and what it looks like among all pictures of all projects.
 * The same file in the same part again is the same picture.
 * @throws Problem 409 `micro.state`, 409 `micro.pictures-full`, 415 `file.kind`, 422 `file.unknown`
 */
export const attachPicture = async (
  tx: Tx,
  actor: Actor,
  project: Project,
  input: pictureApi.AttachInput,
): Promise<number> => {
  await requireOpen(tx, project, input.part)
  const [file] = await keepFiles(tx, actor, [input.fileKey], 'micro-picture')
  if (!file!.mime.startsWith('image/')) throw refuse('file.kind', '请上传照片（JPG、PNG 或 WebP）。', { status: 415 })
  const ofPart = (await picturesOf(tx, project.id)).filter(({ part }) => part === input.part)
  const same = ofPart.find(({ sha256 }) => sha256 === file!.sha256)
  if (same) return same.id
  if (ofPart.length >= maxPicturesOfPart)
    throw refuse('micro.pictures-full', `“${pictureParts[input.part]}”照片最多${maxPicturesOfPart}张，请先移除一张。`)
  return insertPicture(tx, actor, project, file!, input)
}

const insertPicture = async (
  tx: Tx,
  actor: Actor,
  project: Project,
  file: FileRow,
  { part, privacy, ...told }: pictureApi.AttachInput,
): Promise<number> => {
  const said = await readTakenOf(tx, file.id)
  const place = said.latitude === null ? told : said
  const { rows } = await sql<{ id: number }>`
    insert into micro.picture (project_id, part, file_id, taken_at, latitude, longitude, privacy, added_by)
    values (${project.id}, ${part}, ${file.id}, ${said.takenAt ?? told.takenAt ?? null}, ${place.latitude ?? null},
      ${place.longitude ?? null}, ${privacy ?? null}, ${actor.accountId}) returning id`.execute(tx)
  const id = rows[0]!.id
  if (compared.has(part)) await compare(tx, id, await greyPlane(await readContent(file, '320')))
  await record(tx, actor, {
    action: 'micro.picture.attach',
    subjectKind: 'micro.project',
    subjectId: project.id,
    detail: { part, sha256: file.sha256 },
  })
  return id
}

/** Posted notices and plaques are alike by their form; only pictures of the works themselves are compared. */
const compared: ReadonlySet<PicturePart> = new Set(['before', 'during', 'after'])

/** Notes what the picture looks like. Under a lock, so that of two that come at once the later sees the earlier. */
const compare = async (tx: Tx, id: number, plane: Plane): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('micro.picture'))`.execute(tx)
  const same = await samePictures(tx, plane)
  const { kept } = hashesOf(plane)
  await sql`
    insert into micro.picture_match (picture_id, earlier_id, distance)
    select ${id}, found.id, found.distance
    from unnest(${same.map(({ pictureId }) => pictureId)}::bigint[], ${same.map(each => each.distance)}::smallint[])
      as found(id, distance)`.execute(tx)
  await sql`
    insert into micro.picture_hash (picture_id, cut, hash)
    select ${id}, cut - 1, hash from unnest(${kept.map(String)}::bigint[]) with ordinality as kept(hash, cut)`.execute(
    tx,
  )
}

/** @throws Problem 409 `micro.state` */
export const removePicture = async (tx: Tx, actor: Actor, project: Project, picture: PictureRow): Promise<void> => {
  await requireOpen(tx, project, picture.part)
  await sql`delete from micro.picture where id = ${picture.id}`.execute(tx)
  await record(tx, actor, {
    action: 'micro.picture.remove',
    subjectKind: 'micro.project',
    subjectId: project.id,
    detail: { part: picture.part, sha256: picture.sha256 },
  })
}

/** Whether a picture may be shown. It can be answered anew at any time: consent is taken back, too. */
export const answerPrivacy = async (tx: Tx, actor: Actor, picture: PictureRow, privacy: PrivacyAnswer) => {
  await sql`update micro.picture set privacy = ${privacy} where id = ${picture.id}`.execute(tx)
  await record(tx, actor, {
    action: 'micro.picture.privacy',
    subjectKind: 'micro.project',
    subjectId: picture.projectId,
    detail: { picture: picture.id, privacy },
  })
}
