import { useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/ui/desk/call.ts'
import { endpointKey } from '#platform/ui/desk/index.ts'
import { useDraft } from '#platform/ui/desk/use-draft.ts'
import { type SubmissionReport, submissionsApi } from '../../shared/index.ts'
import type { Submission } from './findings.ts'

/** The unit's report, meeting, papers and reasons as one thing that saves itself; the check is asked again after. */
export const useReport = (submission: Submission) => {
  const queries = useQueryClient()
  return useDraft<SubmissionReport>({
    key: `report.${submission.id}`,
    value: submission.report,
    revision: 0,
    enabled: submission.permissions.fill,
    save: async report => {
      await call(submissionsApi.saveReport, { params: { id: submission.id }, body: report })
      void queries.invalidateQueries({ queryKey: endpointKey(submissionsApi.checkSubmission) })
      return 0
    },
  })
}
