import { getSession } from '#kernel/access/shared/index.ts'
import { call } from '#platform/ui/desk/call.ts'
import type { By } from './waiting.ts'

/**
 * Whether this browser's session is that person's at that post. Asks for no password: what waits goes on waiting.
 * @throws Problem 401 where nobody is signed in; `network.unreachable`
 */
export const isSignedIn = async ({ accountId, postId }: By): Promise<boolean> => {
  const { account, post } = await call(getSession, undefined, { anonymous: true })
  return account.id === accountId && post.id === postId
}
