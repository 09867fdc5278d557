import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { useUnsavedGuard } from '#platform/ui/desk/index.ts'
import { deliver } from './deliver.ts'
import type { Outbox } from './outbox.ts'
import { isOf, isOnItsWay, type Waiting } from './waiting.ts'
import { onOtherWindow } from './windows.ts'

/** Who sends from here, and what this browser keeps of one kind. */
export const useOutbox = <One extends Waiting>(outbox: Outbox<One>) => {
  const { account, post } = useSession()
  const by = useMemo(() => ({ accountId: account.id, postId: post.id }), [account.id, post.id])
  const queries = useQueryClient()
  const all = useSyncExternalStore(outbox.subscribe, outbox.all)
  const flush = useCallback(() => outbox.flush(by, () => queries.invalidateQueries()), [outbox, by, queries])
  return { by, all, mine: all.filter(isOf(by)), flush }
}

/** Keeps the post going while the desk is open, whichever page of it. */
export const useDelivery = <One extends Waiting>(outbox: Outbox<One>) => {
  const { by, all, mine, flush } = useOutbox(outbox)
  useUnsavedGuard(all.some(({ key }) => outbox.isLoose(key)))
  useEffect(() => {
    const onTheirWay = () => outbox.all().filter(isOf(by)).filter(isOnItsWay).length
    const { now, stop } = deliver({ subscribe: outbox.subscribe, onTheirWay, flush })
    const seen = () => document.visibilityState === 'visible' && now()
    const unlisten = onOtherWindow(outbox.reread)
    window.addEventListener('online', now)
    document.addEventListener('visibilitychange', seen)
    return () => {
      stop()
      unlisten()
      window.removeEventListener('online', now)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [outbox, by, flush])
  return { all, mine }
}
