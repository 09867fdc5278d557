import { findNotice, itemsOf, type NoticeRow, type NoticeSummary, noticesOf } from '#kernel/publicity/index.ts'
import type { Db } from '#platform/db/index.ts'
import { givenStrokes, inOfficialOrder } from '../../campaign/official-order.ts'
import { type PoolEntry, poolOf } from '../../campaign/pool.ts'
import type { StageRun } from '../../load.ts'
import type { StageOf } from '../../shared/index.ts'

export type PubliciseRun = StageRun & { stage: StageOf<'publicise'> }

/** The organiser's 公示; a unit's own stands within the recommendation and is recorded there (local-notice.ts). */
export const isOrganiserPublicity = (run: StageRun): run is PubliciseRun =>
  run.stage.kind === 'publicise' && !run.stage.within

export type StageNotices = { all: NoticeSummary[]; issued: NoticeSummary | undefined; open: NoticeSummary | undefined }

/** Every version of the stage's notice: the one that stands, and the one being written. */
export const noticesOfStage = async (db: Db, run: StageRun): Promise<StageNotices> => {
  const all = (await noticesOf(db, 'selection', run.campaign.id, run.key)).filter(({ kind }) => kind === 'publicity')
  return {
    all,
    issued: all.find(({ state }) => state === 'issued'),
    open: all.find(({ state }) => state === 'draft' || state === 'in-review' || state === 'approved'),
  }
}

/** Everyone the list is about: whoever has not fallen out. A name that is suspended looks like every other. */
export const candidatesOf = async (db: Db, run: StageRun): Promise<PoolEntry[]> =>
  (await poolOf(db, run.id)).filter(({ outcome }) => outcome !== 'out')

export const orderedList = async (db: Db, run: PubliciseRun, strokes: Record<string, string> = {}) => {
  const given = { ...(await givenStrokes(db, run.campaign.id)), ...strokes }
  const order = await inOfficialOrder(run.campaign.plan, await candidatesOf(db, run), run.stage.order, given)
  return { ...order, strokes: given }
}

export type Compared = { notice: NoticeRow | undefined; missing: PoolEntry[]; surplus: { id: number; name: string }[] }

/** The issued list beside the pool: names that it lacks, and names that it shows though they are out. */
export const compareWithIssued = async (db: Db, run: StageRun): Promise<Compared> => {
  const { issued } = await noticesOfStage(db, run)
  const notice = issued && (await findNotice(db, issued.id))
  const candidates = await candidatesOf(db, run)
  if (!notice) return { notice: undefined, missing: [], surplus: [] }
  const listed = new Map(itemsOf(notice.content).map(item => [Number(item.key), item.name]))
  const wanted = new Set(candidates.map(({ nominationId }) => nominationId))
  return {
    notice,
    missing: candidates.filter(({ nominationId }) => !listed.has(nominationId)),
    surplus: [...listed].filter(([id]) => !wanted.has(id)).map(([id, name]) => ({ id, name })),
  }
}
