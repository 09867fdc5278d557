import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useRef, useState } from 'react'
import type { AnswerOf, InputOf } from '#platform/http/shared/endpoint.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { type AnyEndpoint, call } from './call.ts'
import { newKey } from './idempotency.ts'
import { isUnreachable } from './reply.ts'
import { endpointKey } from './use-endpoint.ts'

type Options<E> = {
  /** After the server has acknowledged. */
  onDone?: (answer: AnswerOf<E>, input: InputOf<E>) => void
  /** Endpoints whose answers this changes; without it every answer on the page is asked for again. */
  changes?: AnyEndpoint[]
  /** Said when done, e.g. “已提交”. */
  success?: string
  /** Show no notice when refused; the page shows `problem` itself. */
  quiet?: boolean
}

export type Action<E> = {
  /** Runs once; resolves with the answer, or undefined when it was refused (then `problem` says why). */
  run: (input: InputOf<E>) => Promise<AnswerOf<E> | undefined>
  running: boolean
  problem: Problem | undefined
  reset: () => void
}

/** A write as a button needs it: guarded against the second click, idempotent by key, its refusal shown. */
export const useAction = <E extends AnyEndpoint>(endpoint: E, options: Options<E> = {}): Action<E> => {
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const attempt = useRef<Attempt<E>>(undefined)
  const tell = useOutcome(options)

  const run = async (input: InputOf<E>) => {
    if (attempt.current?.promise) return attempt.current.promise
    const content = JSON.stringify(input)
    const key = attempt.current?.content === content ? attempt.current.key : newKey()
    setRunning(true)
    setProblem(undefined)
    const promise = (call as LooseCall<E>)(endpoint, input, { key }).then(
      answer => {
        attempt.current = undefined
        tell.done(answer, input)
        return answer
      },
      (error: unknown) => {
        // The next try of the same content carries the same key, since the first may have been done.
        attempt.current = isUnreachable(error) ? { content, key } : undefined
        if (!(error instanceof Problem)) throw error
        setProblem(error)
        tell.refused(error)
        return undefined
      },
    )
    attempt.current = { content, key, promise }
    return promise.finally(() => setRunning(false))
  }
  return { run, running, problem, reset: useCallback(() => setProblem(undefined), []) }
}

type Attempt<E> = { content: string; key: string; promise?: Promise<AnswerOf<E> | undefined> }
type LooseCall<E> = (endpoint: E, input: InputOf<E>, options: { key: string }) => Promise<AnswerOf<E>>

const useOutcome = <E extends AnyEndpoint>({ onDone, changes, success, quiet }: Options<E>) => {
  const queries = useQueryClient()
  const { message, notification } = App.useApp()
  return {
    done: (answer: AnswerOf<E>, input: InputOf<E>) => {
      if (success) message.success(success)
      if (changes) for (const endpoint of changes) queries.invalidateQueries({ queryKey: endpointKey(endpoint) })
      else queries.invalidateQueries()
      onDone?.(answer, input)
    },
    refused: (problem: Problem) => {
      if (!quiet) notification.error({ title: problemTitle(problem), description: problem.message })
    },
  }
}

/** A short heading for a refusal; the detail says what to do. */
export const problemTitle = (problem: Problem) => {
  if (isUnreachable(problem)) return '没有连上'
  return problem.status >= 500 ? '系统出错' : '没有完成'
}
