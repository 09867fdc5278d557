import type { Actor } from '#kernel/access/index.ts'
import { type AnswerChange, type Answers, bodyText, diffAnswers, redline } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Nomination } from '../load.ts'
import { changesWithoutPrivate } from '../nomination/private.ts'
import { speaksFor } from '../permissions.ts'
import { formOf } from '../plan/lookup.ts'
import type { Articles, Plan } from '../shared/index.ts'

type Version = { version: number; answers: Answers; articles: Articles }

/** What changed between the last two times a nomination was handed in, field by field and text by text; what is sensitive stays hidden from who only reads. */
export const changesSince = async (
  db: Db,
  actor: Actor,
  nomination: Nomination,
): Promise<{ version: number; changes: AnswerChange[] }> => {
  const { rows } = await sql<Version>`
    select version, answers, articles from selection.nomination_version
    where nomination_id = ${nomination.id} order by version desc limit 2`.execute(db)
  const [after, before] = rows
  if (!after || !before) return { version: after?.version ?? 0, changes: [] }
  const form = formOf(nomination.plan, nomination.category)
  const diff = speaksFor(actor, nomination) ? diffAnswers : changesWithoutPrivate
  return {
    version: after.version,
    changes: [
      ...diff(form, before.answers, after.answers),
      ...diffArticles(nomination.plan, before.articles, after.articles),
    ],
  }
}

const diffArticles = (plan: Plan, before: Articles, after: Articles): AnswerChange[] =>
  plan.materials.flatMap(({ key, name }) => {
    const was = textOf(before[key])
    const is = textOf(after[key])
    return was === is
      ? []
      : [{ path: `articles.${key}`, label: name, before: was, after: is, redline: redline(was, is) }]
  })

const textOf = (article: Articles[string] | undefined) =>
  article ? [article.title, article.subtitle, bodyText(article)].filter(Boolean).join('\n') : ''
