import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { call, useUnsavedGuard } from '#platform/ui/desk/index.ts'
import { signatureApi } from '../../shared/index.ts'
import type { Shelf, Waiting } from './kept.ts'
import { isOf, signatureOutbox } from './outbox.ts'

const RETRY_MS = 20_000

const shelf = (): Shelf | undefined => {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

/** A background sending asks for no password: with an ended session it waits until somebody has signed in. */
const send = ({ projectId, household, ink, deviceAt, actKey }: Waiting) =>
  call(
    signatureApi.signFaceToFace,
    { params: { id: projectId }, body: { household, ink, deviceAt, actKey } },
    { key: actKey, anonymous: true },
  )

const outbox = signatureOutbox(shelf(), send)

/** Who sends from here, and the signatures that this browser keeps. */
export const useOutbox = () => {
  const { account, post } = useSession()
  const by = { accountId: account.id, postId: post.id }
  const queries = useQueryClient()
  const all = useSyncExternalStore(outbox.subscribe, outbox.all)
  const flush = useCallback(async () => {
    if ((await outbox.flush({ accountId: account.id, postId: post.id })) > 0) queries.invalidateQueries()
  }, [account.id, post.id, queries])
  const add = (one: Omit<Waiting, 'by'>) => {
    outbox.add({ ...one, by })
    return flush()
  }
  return { all, mine: all.filter(isOf(by)), add, flush, drop: outbox.drop }
}

/** Keeps the post going while the desk is open: at once, when the network is back, and every so often. */
export const useDelivery = () => {
  const { all, mine, flush } = useOutbox()
  useUnsavedGuard(all.some(({ actKey }) => outbox.isLoose(actKey)))
  useEffect(() => {
    flush()
    const again = setInterval(flush, RETRY_MS)
    window.addEventListener('online', flush)
    window.addEventListener('storage', outbox.reread)
    return () => {
      clearInterval(again)
      window.removeEventListener('online', flush)
      window.removeEventListener('storage', outbox.reread)
    }
  }, [flush])
  return { all, mine }
}
