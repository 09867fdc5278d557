import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

/** After signing in: forget whatever another person saw in this window and go where one was going. */
export const useEnter = () => {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const to = search.get('to')
  return useCallback(() => {
    queries.clear()
    navigate(isWithinDesk(to) ? to : '/', { replace: true })
  }, [queries, navigate, to])
}

/** Only a path of this desk may follow the login, never another site's address. */
const isWithinDesk = (to: string | null): to is string =>
  to?.startsWith('/') === true && !to.startsWith('//') && !to.includes('\\')
