import { type Db, sql } from '#platform/db/index.ts'
import { memberAsOf } from '../programme/members.ts'
import type { Project } from '../project/load.ts'
import type { microPaperApi, Programme } from '../shared/index.ts'

/** From when each annex of project `p` stands as it was handed in, posted or signed; null until then. */
const fixedAt: Record<microPaperApi.Paper, ReturnType<typeof sql>> = {
  application: sql`p.submitted_at`,
  sheet: sql`null::timestamptz`,
  notice: sql`(select n.issued_at from publicity.notice n where n.id = p.notice_id)`,
  acceptance: sql`(select s.at from micro.step s where s.project_id = p.id and s.step = 'acceptance'
    and s.outcome = 'pass' order by s.id desc limit 1)`,
  plaque: sql`null::timestamptz`,
}

/** The project under the lead's name and number and the programme's words of the time when this annex was fixed. */
export const asPrinted = async (db: Db, project: Project, paper: microPaperApi.Paper): Promise<Project> => {
  const { rows } = await sql<{ said: { name: string; phone: string | null }; programme: Programme }>`
    select then_.said, coalesce((select c.before from micro.programme_change c
      where c.programme_id = p.programme_id and c.at > ${fixedAt[paper]} order by c.id limit 1), g.content) as programme
    from micro.project p join micro.programme g on g.id = p.programme_id join micro.member m on m.id = p.lead_id,
      ${memberAsOf(fixedAt[paper])} where p.id = ${project.id}`.execute(db)
  const { said, programme } = rows[0]!
  return { ...project, programme, leadName: said.name, leadPhone: said.phone }
}
