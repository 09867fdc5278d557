import type { Db } from '#platform/db/index.ts'
import { phaseOf, publicElections } from '../election/load.ts'
import { phaseNames } from '../shared/index.ts'
import { addressOf, windowOf } from './frame.ts'

/** Votes for the first page: open ones and those to come. */
export const ballotNews = async (db: Db): Promise<{ title: string; href: string; meta: string }[]> =>
  (await publicElections(db))
    .filter(election => ['open', 'announced'].includes(phaseOf(election)))
    .map(election => ({
      title: election.rules.title,
      href: addressOf(election),
      meta: `${election.rules.organiser} · ${windowOf(election)} · ${phaseNames[phaseOf(election)]}`,
    }))
