import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Navigate, useLocation } from 'react-router'
import { sessionKey } from '#kernel/access/desk/index.tsx'
import { getSession, type Session } from '#kernel/access/shared/api.ts'
import type { Problem } from '#platform/http/shared/problem.ts'
import { call } from '#platform/ui/desk/call.ts'
import { Loading } from '#platform/ui/desk/loading.tsx'
import { ProblemNotice } from '#platform/ui/desk/problem-notice.tsx'
import { onSessionExpired } from '#platform/ui/desk/session-expiry.ts'

const SignInAgain = lazy(() => import('./sign-in-again.tsx'))

/** Lets the desk open for who is signed in; sends everyone else to the login page and back afterwards. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { pathname, search } = useLocation()
  const { data, error, refetch } = useQuery<Session, Problem>({
    queryKey: sessionKey,
    queryFn: ({ signal }) => call(getSession, undefined, { signal, anonymous: true }),
    staleTime: 60_000,
  })
  const again = useSignInAgain()
  if (data)
    return (
      <>
        {children}
        <Suspense>
          {again.asking && <SignInAgain account={data.account} bySlip={data.task !== null} onAnswer={again.answer} />}
        </Suspense>
      </>
    )
  if (error?.status === 401) return <Navigate to={`/login?to=${encodeURIComponent(pathname + search)}`} replace />
  return (
    <div className="page page-narrow">{error ? <ProblemNotice problem={error} onRetry={refetch} /> : <Loading />}</div>
  )
}

/** Holds the calls that met an expired session until the person has signed in again over the untouched page. */
const useSignInAgain = () => {
  const [answer, setAnswer] = useState<(signedIn: boolean) => void>()
  const queries = useQueryClient()
  useEffect(() => {
    onSessionExpired(() => new Promise<boolean>(resolve => setAnswer(() => resolve)))
    return () => onSessionExpired(() => Promise.resolve(false))
  }, [])
  return {
    asking: answer !== undefined,
    answer: (signedIn: boolean) => {
      answer?.(signedIn)
      setAnswer(undefined)
      if (signedIn) queries.invalidateQueries()
    },
  }
}
