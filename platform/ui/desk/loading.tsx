import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Problem } from '#platform/http/shared/problem.ts'
import { EmptyState } from './empty-state.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** Grey lines in the shape of what is coming. */
export const Loading = ({ rows = 4 }: { rows?: number }) => (
  <div role="status" aria-label="正在读取">
    <Skeleton active title={false} paragraph={{ rows }} />
  </div>
)

type Answer<T> = { data: T | undefined; error: Problem | null; isPending: boolean; refetch: () => unknown }

type AnsweredProps<T> = {
  /** What useEndpoint returned. */
  of: Answer<T>
  rows?: number
  /** Shown for an empty list. */
  empty?: { title: string; hint?: ReactNode; action?: ReactNode }
  children: (data: T) => ReactNode
}

/** Shows an endpoint's answer, or that it is being read, or why it could not be. */
export const Answered = <T,>({ of, rows, empty, children }: AnsweredProps<T>) => {
  if (of.data === undefined && of.error)
    return <ProblemNotice problem={of.error} onRetry={() => of.refetch()} onBack={() => window.history.back()} />
  if (of.data === undefined) return <Loading {...(rows && { rows })} />
  if (empty && Array.isArray(of.data) && of.data.length === 0) return <EmptyState {...empty} />
  return <>{children(of.data)}</>
}
