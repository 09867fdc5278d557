import { findNotice, itemsOf } from '#kernel/publicity/index.ts'
import type { Db } from '#platform/db/index.ts'
import { poolOf } from '../../campaign/pool.ts'
import { honoursOf } from '../../honours/honour.ts'
import type { CommendRun } from '../../honours/register.ts'
import type { Obstacle, StageKind } from '../stage.ts'
import { resultsOf } from './result.ts'
import { routes } from './routes.ts'

/** The campaign is over when everyone who passed has a number and stands in the issued list. */
const obstacles = async (db: Db, run: CommendRun): Promise<Obstacle[]> => {
  const honours = await honoursOf(db, run.campaign)
  const numbered = new Set(honours.map(({ nominationId }) => nominationId))
  const winners = (await poolOf(db, run.id)).filter(({ outcome }) => outcome !== 'out')
  const unnumbered = winners.filter(({ nominationId }) => !numbered.has(nominationId))
  const issued = (await resultsOf(db, run)).find(({ state }) => state === 'issued')
  const notice = issued && (await findNotice(db, issued.id))
  const listed = new Set(notice ? itemsOf(notice.content).map(({ key }) => Number(key)) : [])
  const missing = notice ? winners.filter(({ nominationId }) => !listed.has(nominationId)) : []
  return [
    ...unnumbered.map(({ nominationId, name }) => block(`“${name}”尚未登入荣誉名册。`, nominationId)),
    ...(notice ? [] : [block('名单尚未签发公布。')]),
    ...missing.map(({ nominationId, name }) => block(`“${name}”不在已公布的名单中，请拟新版本。`, nominationId)),
  ]
}

const block = (message: string, nominationId?: number): Obstacle => ({
  severity: 'block',
  message,
  ...(nominationId !== undefined && { nominationId }),
})

export const commend: StageKind = {
  kind: 'commend',
  obstacles: (db, run) => obstacles(db, run as CommendRun),
  routes,
}
