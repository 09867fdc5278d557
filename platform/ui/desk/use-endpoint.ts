import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AnswerOf, InputOf } from '#platform/http/shared/endpoint.ts'
import type { Problem } from '#platform/http/shared/problem.ts'
import { type AnyEndpoint, call } from './call.ts'

type Options = {
  /** Wait with the call, for instance until something is chosen. */
  enabled?: boolean
  /** Show the last page while the next one loads (lists). */
  keepPrevious?: boolean
  /** Ask again every so many milliseconds while the page is visible. */
  refreshMs?: number
  /** Keep without asking again for so many milliseconds (default 0: asked again whenever a page opens). */
  freshMs?: number
}

/** The cache key of an endpoint's answer: to invalidate or to set it by hand. */
export const endpointKey = (endpoint: AnyEndpoint, input?: unknown) =>
  input === undefined ? [endpoint.path, endpoint.method] : [endpoint.path, endpoint.method, input]

/** The answer of a reading endpoint, cached by its contract and input (TanStack Query's result, `error` a Problem). */
export const useEndpoint = <E extends AnyEndpoint>(
  endpoint: E,
  ...[input, options = {}]: Record<string, never> extends InputOf<E>
    ? [input?: InputOf<E>, options?: Options]
    : [input: InputOf<E>, options?: Options]
) =>
  useQuery<AnswerOf<E>, Problem>({
    queryKey: endpointKey(endpoint, input ?? {}),
    queryFn: ({ signal }) => (call as LooseCall)(endpoint, input, { signal }) as Promise<AnswerOf<E>>,
    ...queryOptions(options as Options),
  })

type LooseCall = (endpoint: AnyEndpoint, input: unknown, options: { signal: AbortSignal }) => Promise<unknown>

const queryOptions = ({ enabled = true, keepPrevious, refreshMs, freshMs }: Options) => ({
  enabled,
  ...(keepPrevious && { placeholderData: keepPreviousData }),
  ...(refreshMs !== undefined && { refetchInterval: refreshMs }),
  ...(freshMs !== undefined && { staleTime: freshMs }),
})
