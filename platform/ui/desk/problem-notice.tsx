import { Alert, Button } from 'antd'
import type { Problem } from '#platform/http/shared/problem.ts'

/** A refusal or failure in its place on the page, with a way to go on. */
export const ProblemNotice = ({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) => (
  <Alert
    type="error"
    showIcon
    title={problem.message}
    {...(onRetry &&
      worthRetrying(problem) && {
        action: (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        ),
      })}
  />
)

const worthRetrying = ({ status }: Problem) => status === 0 || status === 429 || status >= 500
