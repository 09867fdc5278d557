import { addressOf, type QueryValues } from '#platform/http/shared/address.ts'
import { type AnswerOf, type Endpoint, type InputOf, isWrite } from '#platform/http/shared/endpoint.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { newKey } from './idempotency.ts'
import { isUnreachable, readReply, unreachable } from './reply.ts'
import { signInAgain } from './session-expiry.ts'

export type AnyEndpoint = Pick<Endpoint, 'method' | 'path' | 'resumable'>

export type CallOptions = {
  /** Idempotency-Key; a new one is made for each write without it. */
  key?: string
  signal?: AbortSignal
  /** For the calls of the login page themselves: a 401 is an answer, not an expired session. */
  anonymous?: boolean
}

/** The input may be left out where the contract asks for nothing. */
export type InputArgument<E> = Record<string, never> extends InputOf<E> ? [input?: InputOf<E>] : [input: InputOf<E>]

/**
 * Calls an endpoint by its contract and returns its answer.
 *
 * A write carries an Idempotency-Key; when its reply is lost it is sent once more with the same key, so that it
 * happens exactly once. When the session has expired the shell asks for the password and the call goes on.
 * @throws Problem as the server told it; `network.unreachable` when there was no reply
 */
export const call = async <E extends AnyEndpoint>(
  endpoint: E,
  ...[input, options = {}]: [...InputArgument<E>, options?: CallOptions]
): Promise<AnswerOf<E>> => {
  const send = prepare(endpoint, (input ?? {}) as LooseInput, options as CallOptions)
  return withSession(() => withRetry(endpoint, send), options as CallOptions) as Promise<AnswerOf<E>>
}

type LooseInput = { params?: Record<string, unknown>; query?: QueryValues; body?: unknown }

const prepare = (endpoint: AnyEndpoint, { params, query, body }: LooseInput, options: CallOptions) => {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (isWrite(endpoint.method)) headers['idempotency-key'] = options.key ?? newKey()
  if (body !== undefined) headers['content-type'] = 'application/json'
  const request: RequestInit = { method: endpoint.method.toUpperCase(), headers, credentials: 'same-origin' }
  if (body !== undefined) request.body = JSON.stringify(body)
  if (options.signal) request.signal = options.signal
  const address = addressOf(endpoint.path, params, query)
  return () => exchange(address, request)
}

const exchange = async (address: string, request: RequestInit) => {
  let reply: Response
  try {
    reply = await fetch(address, request)
  } catch (error) {
    if (request.signal?.aborted) throw error
    throw unreachable()
  }
  // A proxy's 502 or 504 says nothing of whether the work was done: the reply is lost.
  if (reply.status === 502 || reply.status === 504) throw unreachable()
  return readReply(reply)
}

const withRetry = async (endpoint: AnyEndpoint, send: () => Promise<unknown>) => {
  try {
    return await send()
  } catch (error) {
    if (!isWrite(endpoint.method) || !isUnreachable(error)) throw error
    await new Promise(resolve => setTimeout(resolve, RETRY_AFTER_MS))
    return send()
  }
}

const RETRY_AFTER_MS = 500

const withSession = async (work: () => Promise<unknown>, options: CallOptions) => {
  try {
    return await work()
  } catch (error) {
    if (options.anonymous || !(error instanceof Problem) || error.status !== 401) throw error
    if (!(await signInAgain())) throw error
    return work()
  }
}
