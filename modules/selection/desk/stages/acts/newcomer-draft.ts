import type { Answers, FieldFinding } from '#kernel/forms/shared/index.ts'
import type { Articles } from '../../../shared/index.ts'

/** A newcomer as it is typed. */
export type NewcomerDraft = {
  submissionId?: number
  unitName?: string
  category?: string
  answers: Answers
  articles: Articles
  reason: string
  basis: string
}

export const emptyNewcomer: NewcomerDraft = { answers: {}, articles: {}, reason: '', basis: '' }

/** What still keeps the newcomer from being brought in, the form first: whether to send is clear before sending. */
export const stillMissing = ({ reason, basis }: NewcomerDraft, findings: readonly FieldFinding[]): FieldFinding[] => {
  const asked = (path: string, text: string, message: string): FieldFinding[] =>
    text.trim() === '' ? [{ path, code: 'required', severity: 'block', message }] : []
  return [
    ...findings.filter(({ severity }) => severity === 'block'),
    ...asked('newcomer-reason', reason, '请写明增补的理由。'),
    ...asked('newcomer-basis', basis, '请写明增补的依据。'),
  ]
}
