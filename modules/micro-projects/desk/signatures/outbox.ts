import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '#platform/http/shared/problem.ts'
import { call, isUnreachable } from '#platform/ui/desk/index.ts'
import { type Ink, signatureApi } from '../../shared/index.ts'

/** A signature that was written and not yet acknowledged: kept in this browser, sent again under the same key. */
export type Waiting = {
  projectId: number
  household: { id: number } | { head: string; door: string; phone: string | null }
  /** For the list; not sent. */
  head: string
  ink: Ink
  deviceAt: string
  actKey: string
  problem?: string
}

const shelf = 'shishi.signatures'

const readAll = (): Waiting[] => {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? '[]') as Waiting[]
  } catch {
    return []
  }
}

const writeAll = (all: Waiting[]): void => {
  try {
    localStorage.setItem(shelf, JSON.stringify(all))
  } catch {
    // Full or forbidden: the page itself still holds it.
  }
}

const retryMs = 20_000

/** Signatures of a project on their way. They leave when the server has them, also after a lost reply or a night without network. */
export const useOutbox = (projectId: number) => {
  const queries = useQueryClient()
  const [waiting, setWaiting] = useState(() => readAll().filter(one => one.projectId === projectId))
  const held = useRef(waiting)
  const sending = useRef(false)

  const change = useCallback(
    (next: Waiting[]) => {
      held.current = next
      setWaiting(next)
      writeAll([...readAll().filter(one => one.projectId !== projectId), ...next])
    },
    [projectId],
  )
  const flush = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    for (const one of held.current.filter(({ problem }) => !problem)) {
      const outcome = await send(one)
      if (outcome === 'later') break
      const rest = held.current.filter(({ actKey }) => actKey !== one.actKey)
      change(outcome === 'sent' ? rest : [...rest, { ...one, problem: outcome.message }])
      queries.invalidateQueries()
    }
    sending.current = false
  }, [change, queries])

  useEffect(() => {
    flush()
    const again = setInterval(flush, retryMs)
    window.addEventListener('online', flush)
    return () => {
      clearInterval(again)
      window.removeEventListener('online', flush)
    }
  }, [flush])

  const add = (one: Waiting) => {
    change([...held.current, one])
    return flush()
  }
  const drop = (actKey: string) => change(held.current.filter(one => one.actKey !== actKey))
  return { waiting, add, drop }
}

/** Done, to be tried later, or refused with the reason why. */
const send = async ({ projectId, household, ink, deviceAt, actKey }: Waiting): Promise<'sent' | 'later' | Problem> => {
  try {
    const body = { household, ink, deviceAt, actKey }
    await call(signatureApi.signFaceToFace, { params: { id: projectId }, body }, { key: actKey })
    return 'sent'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return isUnreachable(error) || error.status >= 500 || error.status === 401 ? 'later' : error
  }
}
