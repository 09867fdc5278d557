import { findFile, presentFile } from '#kernel/files/index.ts'
import { type Answers, answerAt, bodyText } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { formOf } from '../plan/lookup.ts'
import type { Articles } from '../shared/index.ts'
import type { LoadedHonour } from './honour.ts'

/** The deeds, the articles and the photo that were handed in: where a clerk begins to write. */
export const storySource = async (db: Db, honour: LoadedHonour) => {
  const { rows } = await sql<{ answers: Answers; articles: Articles }>`
    select answers, articles from selection.nomination where id = ${honour.nominationId}`.execute(db)
  const { answers = {}, articles = {} } = rows[0] ?? {}
  const { subject } = formOf(honour.campaign.plan, honour.category!)
  const brief = subject.brief && answerAt(answers, subject.brief)
  const photo = subject.photo && answerAt(answers, subject.photo)
  const key = typeof photo === 'string' ? photo : (photo as { fileId?: string } | undefined)?.fileId
  const file = key && (await findFile(db, key))
  return {
    brief: typeof brief === 'string' ? brief : '',
    articles: Object.values(articles).map(bodyText),
    photo: file ? presentFile(file) : null,
  }
}
