import type { Actor } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Programme } from '../shared/index.ts'

export type RunningProgramme = { id: number; unitId: number; unitPath: string; unitName: string; programme: Programme }

const select = sql`
  select g.id, g.unit_id as "unitId", u.path as "unitPath", u.name as "unitName", g.content as programme
  from micro.programme g join units.unit u on u.id = g.unit_id`

/** Programmes of the sub-district that the actor belongs to or stands above, the newest year first. */
export const programmesFor = async (db: Db, actor: Actor): Promise<RunningProgramme[]> => {
  const { rows } = await sql<RunningProgramme>`
    ${select} where ${actor.unitPath} like u.path || '%' or u.path like ${actor.unitPath} || '%'
    order by g.year desc, g.id desc limit 200`.execute(db)
  return rows
}

export const findProgramme = async (db: Db, id: number, lock = false): Promise<RunningProgramme | undefined> => {
  const { rows } = await sql<RunningProgramme>`
    ${select} where g.id = ${id} ${lock ? sql`for update of g` : sql``}`.execute(db)
  return rows[0]
}
