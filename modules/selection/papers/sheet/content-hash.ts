import { createHash } from 'node:crypto'
import { answerText, appliesTo, bodyText, fieldsOf } from '#kernel/forms/shared/index.ts'
import { canonicalJson } from '../../shared/index.ts'
import type { PrintedNominee } from '../form/nominee.ts'

/** The unit's own part of a form as it is printed: no opinion, no seal, nothing that the organiser fills in. */
const ownPart = ({ form, answers, articles, unitClass, category }: PrintedNominee) => ({
  form: form.key,
  category,
  fields: fieldsOf(form)
    .filter(field => field.printed !== false && field.kind !== 'opinion' && field.filledBy !== 'organiser')
    .filter(field => appliesTo(field, unitClass))
    .map(field => [field.key, field.kind === 'photo' ? answers[field.key] : answerText(field, answers[field.key])]),
  texts: Object.entries(articles).map(([key, article]) => [key, article.title, article.subtitle, bodyText(article)]),
})

/** SHA-256 of the unit's part: two prints with one hash say the same, whatever was signed or stamped on them since. */
export const contentHash = (nominee: PrintedNominee): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(ownPart(nominee)))), 'utf8')
    .digest('hex')
