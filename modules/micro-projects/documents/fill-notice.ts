import { readContent } from '#kernel/files/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { type PictureRow, picturesOf } from '../pictures/queries.ts'
import type { Project } from '../project/load.ts'
import { type PicturePart, yuan } from '../shared/index.ts'
import type { CompletionNotice, Photograph } from './completion-notice.ts'
import { type Numbers, numberFor } from './signed.ts'

/** 附件2 with the photographs before and after; pictures whose privacy nobody answered for are not posted. */
export const noticeOf = async (
  db: Db,
  project: Project,
  numbers: Numbers,
  title: string[],
): Promise<CompletionNotice> => {
  const { programme } = project
  const head = await headOf(db, project.villageId)
  const pictures = await picturesOf(db, project.id)
  const [before, after] = [await photograph(pictures, 'before'), await photograph(pictures, 'after')]
  return {
    ...{ title, village: project.villageName, project: project.title, lead: project.leadName },
    leadPhone: numberFor(numbers, project.leadPhone),
    head: head?.name ?? '',
    headPhone: numberFor(numbers, head?.phone ?? null),
    funds: `${yuan(project.spentFen)}元`,
    source: project.brief.funding ?? programme.fundingSource,
    ...(before && { before }),
    ...(after && { after }),
    supervisor: programme.supervisor,
    supervisorPhone: programme.supervisorPhone ?? '',
  }
}

/** 村社区负责人: who holds the secretary's post of the village today. */
const headOf = async (db: Db, villageId: number) => {
  const { rows } = await sql<{ name: string; phone: string | null }>`
    select n.name, n.phone from units.post p join units.post_holder h on h.post_id = p.id and h.until is null
    join units.person n on n.id = h.person_id
    where p.unit_id = ${villageId} and p.active and 'secretary' = any(p.roles) order by h.rank, p.id limit 1`.execute(
    db,
  )
  return rows[0]
}

const printable: Record<string, Photograph['format']> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

/** The last picture of a part that may be shown. */
const photograph = async (pictures: PictureRow[], part: PicturePart): Promise<Photograph | undefined> => {
  const fit = ({ part: of, privacy, mime, width }: PictureRow) =>
    of === part && privacy !== null && width > 0 && printable[mime] !== undefined
  const found = pictures.findLast(fit)
  if (!found) return undefined
  const { width, height, mime } = found
  return { data: await readContent(found), format: printable[mime]!, width, height }
}
