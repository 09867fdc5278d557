import { readContent } from '#kernel/files/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { requireClear } from '../chain/apply.ts'
import { noSupervisor } from '../chain/notice-content.ts'
import { type PictureRow, picturesOf } from '../pictures/queries.ts'
import { pairOf } from '../pictures/shown.ts'
import type { Project } from '../project/load.ts'
import { publicTitle, tellingFindings, yuan } from '../shared/index.ts'
import type { CompletionNotice, Photograph } from './completion-notice.ts'
import { type Numbers, numberFor } from './signed.ts'

/**
 * 附件2 with the photographs before and after; pictures whose privacy nobody answered for are not posted. It hangs where
 * everybody reads it, so it is not printed with a name that tells too much, nor without a number to call (R004-15).
 * @throws Problem `micro.supervisor`, 422 `micro.not-ready`
 */
export const noticeOf = async (
  db: Db,
  project: Project,
  numbers: Numbers,
  title: string[],
): Promise<CompletionNotice> => {
  const { programme } = project
  const name = publicTitle(project)
  if (!programme.supervisorPhone) throw noSupervisor()
  requireClear(tellingFindings('publicTitle', '项目名称', name, 'block'), '打印公示')
  const head = await headOf(db, project.villageId)
  const pair = pairOf((await picturesOf(db, project.id)).filter(({ mime }) => printable[mime] !== undefined))
  const [before, after] = [await photograph(pair.before), await photograph(pair.after)]
  return {
    ...{ title, village: project.villageName, project: name, lead: project.leadName },
    leadPhone: numberFor(numbers, project.leadPhone),
    head: head?.name ?? '',
    headPhone: numberFor(numbers, head?.phone ?? null),
    funds: `${yuan(project.spentFen)}元`,
    source: project.brief.funding ?? programme.fundingSource,
    ...(before && { before }),
    ...(after && { after }),
    supervisor: programme.supervisor,
    supervisorPhone: programme.supervisorPhone,
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

const photograph = async (found: PictureRow | undefined): Promise<Photograph | undefined> => {
  if (!found) return undefined
  const { width, height, mime } = found
  return { data: await readContent(found), format: printable[mime]!, width, height }
}
