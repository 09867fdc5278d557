import type { Problem } from '#platform/http/shared/problem.ts'
import { FindingsPanel, ProblemNotice } from '#platform/ui/desk/index.ts'

/** Why nothing was done, in its place on the page: what to mend where that is known, otherwise the reason itself. */
export const Refusal = ({ problem }: { problem: Problem | undefined }) => {
  if (!problem) return null
  return (
    <div className="micro-refusal">
      {problem.findings?.length ? <FindingsPanel findings={problem.findings} /> : <ProblemNotice problem={problem} />}
    </div>
  )
}
