import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { Finding } from '#platform/ui/desk/index.ts'
import type { submissionsApi } from '../../shared/index.ts'

export type Submission = AnswerOf<typeof submissionsApi.getSubmission>
export type Nominee = Submission['nominations'][number]
export type CheckFinding = AnswerOf<typeof submissionsApi.checkSubmission>['findings'][number]

const SEPARATOR = '|'

export type FindingGroup = { nominationId: number | null; name: string; findings: Finding[] }

/** Findings of a whole list, the unit's own first, then nominee by nominee; each path carries whom it concerns. */
export const findingGroups = (
  findings: CheckFinding[],
  nominations: Pick<Nominee, 'id' | 'name'>[],
): FindingGroup[] => {
  const open = findings.filter(({ settled }) => !settled)
  const own = { nominationId: null, name: '', findings: shown(open.filter(each => each.nomination === undefined)) }
  const others = nominations.map(({ id, name }) => ({
    nominationId: id,
    name,
    findings: shown(open.filter(each => each.nomination === String(id))),
  }))
  return [own, ...others].filter(group => group.findings.length > 0)
}

/** A rule and the form may say the same of one place: it is said once. */
const shown = (findings: CheckFinding[]): Finding[] =>
  once(findings).map(({ rule, severity, message, clause, path, nomination }) => {
    const to = nomination ? `${nomination}${SEPARATOR}${path ?? ''}` : path && `${SEPARATOR}${path}`
    return { rule, severity, message, clause, ...(to && { path: to }) }
  })

/** Findings with each sentence of one nominee only once. */
export const once = <F extends { message: string; path?: string | undefined }>(findings: F[]): F[] => {
  const best = new Map<string, F>()
  for (const finding of findings) {
    const known = best.get(finding.message)
    if (!known || (!known.path?.startsWith('answers.') && finding.path?.startsWith('answers.')))
      best.set(finding.message, known ? { ...known, path: finding.path } : finding)
  }
  return [...best.values()]
}

/** “必须改正3处，请核对1处” */
export const countWords = (findings: Finding[]): string => {
  const blocks = findings.filter(({ severity }) => severity === 'block').length
  const reasons = findings.filter(({ severity }) => severity === 'reason').length
  const others = findings.length - blocks - reasons
  return [blocks > 0 && `必须改正${blocks}处`, reasons > 0 && `需说明${reasons}处`, others > 0 && `请核对${others}处`]
    .filter(Boolean)
    .join('，')
}

/** Where a finding of the list leads: to a nominee's field, or to a place on the unit's own page. */
export const placeOf = (path: string): { to: string } | { here: string } => {
  const at = path.indexOf(SEPARATOR)
  const [nomination, field] = [path.slice(0, at), path.slice(at + 1)]
  if (!nomination) return { here: field }
  return { to: `/selection/nominations/${nomination}${field ? `?at=${encodeURIComponent(field)}` : ''}` }
}
