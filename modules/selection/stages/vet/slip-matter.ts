import type { Db } from '#platform/db/index.ts'
import { loadRequest } from './load.ts'

/** What a slip for vetting is about, and where in the desk it leads; for the page that asks for its code. */
export const vettingMatter = async (
  db: Db,
  requestId: number,
): Promise<{ title: string; path: string } | undefined> => {
  const request = await loadRequest(db, requestId)
  return request && { title: request.vetting.run.campaign.shortTitle, path: `/vet/${request.id}` }
}
