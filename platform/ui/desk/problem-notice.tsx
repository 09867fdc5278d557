import { Alert, Button } from 'antd'
import type { Problem } from '#platform/http/shared/problem.ts'

type ProblemNoticeProps = { problem: Problem; onRetry?: () => void; onBack?: () => void }

/** A refusal or failure in its place on the page, with a way to go on: again, or back to where one came from. */
export const ProblemNotice = ({ problem, onRetry, onBack }: ProblemNoticeProps) => {
  const again = onRetry && worthRetrying(problem) && <Way label="重试" go={onRetry} />
  const back = onBack && isNotForThem(problem) && <Way label="返回" go={onBack} />
  return <Alert type="error" showIcon title={problem.message} {...((again || back) && { action: again || back })} />
}

const Way = ({ label, go }: { label: string; go: () => void }) => (
  <Button size="small" onClick={go}>
    {label}
  </Button>
)

const worthRetrying = ({ status }: Problem) => status === 0 || status === 429 || status >= 500
const isNotForThem = ({ status }: Problem) => status === 403 || status === 404
