import type { Db } from '#platform/db/index.ts'
import { discreetTitle } from '../shared/index.ts'
import { newestFinished } from './queries.ts'
import { statusWords } from './words.ts'

/** What the first page shows of micro-projects: the newest that were finished. */
export const microNews = async (db: Db, limit = 4) =>
  (await newestFinished(db, limit)).map(({ code, title, villageName, leadName, state }) => ({
    title: discreetTitle(title),
    href: `/micro/projects/${code}`,
    meta: [villageName, `${leadName}牵头`, statusWords(state)].join(' · '),
  }))
