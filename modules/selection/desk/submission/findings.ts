import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { Finding } from '#platform/ui/desk/index.ts'
import type { submissionsApi } from '../../shared/index.ts'

export type Submission = AnswerOf<typeof submissionsApi.getSubmission>
export type Nominee = Submission['nominations'][number]
export type CheckFinding = AnswerOf<typeof submissionsApi.checkSubmission>['findings'][number]

const SEPARATOR = '|'

/** Findings of a whole list as a panel shows them: whom each concerns stands in front, and its path carries both. */
export const listFindings = (findings: CheckFinding[], nominations: Pick<Nominee, 'id' | 'name'>[]): Finding[] =>
  findings
    .filter(({ settled }) => !settled)
    .map(({ rule, severity, message, clause, path, nomination }) => {
      const name = nominations.find(({ id }) => String(id) === nomination)?.name
      const named = name && !message.includes(name) ? `${name}：${message}` : message
      const to = nomination ? `${nomination}${SEPARATOR}${path ?? ''}` : path && `${SEPARATOR}${path}`
      return { rule, severity, message: named, clause, ...(to && { path: to }) }
    })

/** Where a finding of the list leads: to a nominee's field, or to a place on the unit's own page. */
export const placeOf = (path: string): { to: string } | { here: string } => {
  const at = path.indexOf(SEPARATOR)
  const [nomination, field] = [path.slice(0, at), path.slice(at + 1)]
  if (!nomination) return { here: field }
  return { to: `/selection/nominations/${nomination}${field ? `?at=${encodeURIComponent(field)}` : ''}` }
}
