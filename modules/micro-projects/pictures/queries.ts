import { type Db, sql } from '#platform/db/index.ts'
import type { PicturePart, PrivacyAnswer } from '../shared/index.ts'

export type PictureRow = {
  id: number
  projectId: number
  part: PicturePart
  fileId: number
  fileKey: string
  sha256: string
  mime: string
  width: number
  height: number
  takenAt: string | null
  latitude: number | null
  longitude: number | null
  privacy: PrivacyAnswer | null
  addedBy: string
  at: string
}

const select = sql`
  select p.id, p.project_id as "projectId", p.part, p.file_id as "fileId", f.key as "fileKey", f.sha256, f.mime,
    coalesce((f.facts->>'width')::int, 0) as width, coalesce((f.facts->>'height')::int, 0) as height,
    p.taken_at as "takenAt", p.latitude, p.longitude, p.privacy, coalesce(n.name, '') as "addedBy", p.at
  from micro.picture p join files.file f on f.id = p.file_id
  left join access.account a on a.id = p.added_by left join units.person n on n.id = a.person_id`

/** A project's pictures in the order in which they came. */
export const picturesOf = async (db: Db, projectId: number): Promise<PictureRow[]> => {
  const { rows } = await sql<PictureRow>`${select} where p.project_id = ${projectId} order by p.id`.execute(db)
  return rows
}

export const pictureOf = async (db: Db, projectId: number, id: number): Promise<PictureRow | undefined> => {
  const { rows } = await sql<PictureRow>`
    ${select} where p.project_id = ${projectId} and p.id = ${id}`.execute(db)
  return rows[0]
}

/** A picture of another project, or of another part of the same, that one of this project's looks like. */
export type Match = {
  pictureId: number
  earlierId: number
  projectId: number
  title: string
  year: number
  unitPath: string
  /** The office has looked at both and found no reuse. */
  cleared: boolean
}

/** What a project's pictures were found near to when they came, without projects that came to nothing. */
export const matchesOf = async (db: Db, projectId: number): Promise<Match[]> => {
  const { rows } = await sql<Match>`
    select m.picture_id as "pictureId", m.earlier_id as "earlierId", o.id as "projectId", o.title, g.year,
      v.path as "unitPath", m.cleared_at is not null as cleared
    from micro.picture p join micro.picture_match m on m.picture_id = p.id
    join micro.picture e on e.id = m.earlier_id join micro.project o on o.id = e.project_id
    join micro.programme g on g.id = o.programme_id join units.unit v on v.id = o.village_id
    where p.project_id = ${projectId} and o.state not in ('rejected', 'withdrawn', 'ended')
    order by m.picture_id, m.distance, m.earlier_id`.execute(db)
  return rows
}

/** What has come to other projects since that looks like a picture of this one, for whoever judges which is whose. */
export const laterMatchesOf = async (db: Db, projectId: number): Promise<Match[]> => {
  const { rows } = await sql<Match>`
    select p.id as "pictureId", m.picture_id as "earlierId", o.id as "projectId", o.title, g.year,
      v.path as "unitPath", m.cleared_at is not null as cleared
    from micro.picture p join micro.picture_match m on m.earlier_id = p.id
    join micro.picture l on l.id = m.picture_id join micro.project o on o.id = l.project_id
    join micro.programme g on g.id = o.programme_id join units.unit v on v.id = o.village_id
    where p.project_id = ${projectId} and o.id <> ${projectId} and o.state not in ('rejected', 'withdrawn', 'ended')
    order by p.id, m.picture_id`.execute(db)
  return rows
}
