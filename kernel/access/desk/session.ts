import { endpointKey, useEndpoint } from '#platform/ui/desk/use-endpoint.ts'
import { getSession, type Session } from '../shared/api.ts'

/** Where the shell keeps the session in the query cache, and every screen finds it. */
export const sessionKey = endpointKey(getSession, {})

/** Who is signed in, at which post. Only below the shell's session gate, where it is always there. */
export const useSession = (): Session => {
  // Listens to the gate's answer without asking again: after a change of post or password the screens follow.
  const { data: session } = useEndpoint(getSession, {}, { enabled: false })
  if (!session) throw new Error('useSession is for screens behind the session gate')
  return session
}

/** Asks the permissions that came with the session; the server asks again at its own door. */
export const usePermission = (permission: string): boolean => useSession().permissions.includes(permission)
