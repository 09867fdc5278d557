import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '#platform/ui/desk/call.ts'
import { endpointKey } from '#platform/ui/desk/index.ts'
import { useDraft } from '#platform/ui/desk/use-draft.ts'
import { type SubmissionReport, submissionsApi } from '../../shared/index.ts'
import type { Submission } from './findings.ts'
import { mergeReport } from './merge-report.ts'

type Stored = { report: SubmissionReport; revision: number }

/**
 * The unit's report, meeting, papers and reasons as one thing that saves itself; the check is asked again after. What
 * was saved elsewhere meanwhile is taken in; `disputed` names the places that both have changed, for the clerk to choose.
 */
export const useReport = (submission: Submission) => {
  const queries = useQueryClient()
  const { report, reportRevision } = submission
  const draft = useDraft<SubmissionReport>({
    key: `report.${submission.id}`,
    value: report,
    revision: reportRevision,
    enabled: submission.permissions.fill,
    save: async (value, revision) => {
      const saved = await call(submissionsApi.saveReport, {
        params: { id: submission.id },
        body: { revision, report: value },
      })
      base.current = value
      void queries.invalidateQueries({ queryKey: endpointKey(submissionsApi.checkSubmission) })
      return saved.revision
    },
    theirs: current => ({ value: (current as Stored).report, revision: (current as Stored).revision }),
  })
  // What both sides began from; unknown for what was brought back from an earlier visit.
  const base = useRef(draft.restored ? undefined : report)
  const { adopt, conflict, resolve, state } = draft
  useEffect(() => {
    if (state.kind !== 'saved') return
    adopt(report, reportRevision)
    base.current = report
  }, [adopt, report, reportRevision, state.kind])
  const merge = conflict && mergeReport(base.current, conflict.mine, conflict.theirs)
  const clear = merge?.disputed.length === 0
  useEffect(() => {
    if (merge && clear) resolve(merge.mine)
  }, [merge, clear, resolve])
  return { draft, merge: clear ? undefined : merge }
}
