import { useQuery } from '@tanstack/react-query'
import type { Problem } from '#platform/http/shared/problem.ts'
import { call } from '#platform/ui/desk/call.ts'
import { campaignsApi } from '../../shared/index.ts'
import { hasStarted, type UnitRow } from '../units/unit-columns.tsx'
import type { UrgedUnit, UrgeKind } from './urge-words.ts'

const PAGE = 200

/** Every unit of a campaign that has a reason to be urged; read page by page, since the list is paged. */
export const useUrgedUnits = (campaignId: number) =>
  useQuery<UrgedUnit[], Problem>({
    queryKey: ['selection.urged', campaignId],
    queryFn: async () => (await allUnits(campaignId)).flatMap(urged),
  })

const allUnits = async (campaignId: number): Promise<UnitRow[]> => {
  const rows: UnitRow[] = []
  for (let after: string | undefined; ; ) {
    const query = { limit: PAGE, ...(after && { after }) }
    const page = await call(campaignsApi.listUnits, { params: { id: campaignId }, query })
    rows.push(...page.rows)
    if (!page.next) return rows
    after = page.next
  }
}

/** Why a unit is urged, the first that holds; nothing for one that has done its part. */
export const urged = (row: UnitRow): UrgedUnit[] => {
  const kind = kindOf(row)
  if (!kind) return []
  const note = kind === 'promised' ? `缺${row.promisedSeals}章` : ''
  return [{ submissionId: row.submissionId, unitName: row.unitName, kind, note }]
}

const kindOf = (row: UnitRow): UrgeKind | undefined => {
  if (row.state === 'open') return hasStarted(row) ? 'drafting' : 'unstarted'
  if (row.state === 'returned') return 'returned'
  return row.promisedSeals > 0 ? 'promised' : undefined
}
