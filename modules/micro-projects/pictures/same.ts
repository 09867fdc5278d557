import { type FileRow, readContent } from '#kernel/files/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { ALIKE, likeness } from './alike.ts'
import { greyPlane, hashesOf, keptCuts, looks } from './hash.ts'
import { findNear, type Near } from './near.ts'
import { placingOf } from './placing.ts'
import type { Plane } from './plane.ts'

/** A picture that was kept before, of which a new one is a copy, or that is a copy of it. */
export type Same = { pictureId: number; distance: number }

/** Pictures compared in detail, the nearest first: of a city's hundred thousand some thirty lie near to one of a road. */
const MOST = 60
/** Placings tried of each: a copy is found by several cuts, and the nearest may lead astray. */
const PLACINGS = 3

/** All kept pictures that are the same: found by their hashes, told from those of like places by their detail. */
export const samePictures = async (db: Db, plane: Plane): Promise<Same[]> => {
  const near = Map.groupBy(await findNear(db, hashesOf(plane).asked), ({ pictureId }) => pictureId)
  const nearest = [...near].slice(0, MOST)
  const files = await filesOf(db, [...near.keys()].slice(0, MOST))
  const same: Same[] = []
  for (const [pictureId, found] of nearest) {
    const kept = await greyPlane(await readContent(files.get(pictureId)!, '320'))
    if (isSame(plane, kept, found)) same.push({ pictureId, distance: found[0]!.distance })
  }
  return same
}

const filesOf = async (db: Db, pictureIds: number[]) => {
  type Row = Pick<FileRow, 'sha256' | 'mime'> & { id: number }
  const { rows } = await sql<Row>`
    select p.id, f.sha256, f.mime from micro.picture p join files.file f on f.id = p.file_id
    where p.id = any(${pictureIds}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** Whether two pictures agree in detail as one of the hashes' findings says they lie. */
export const isSame = (plane: Plane, kept: Plane, found: readonly Pick<Near, 'look' | 'cut'>[]): boolean =>
  found.slice(0, PLACINGS).some(({ look, cut }) => {
    const { cut: asked, view } = looks[look]!
    return likeness(plane, kept, placingOf(asked, keptCuts[cut]!, view)) >= ALIKE
  })
