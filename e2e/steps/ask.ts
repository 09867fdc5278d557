import type { APIRequestContext } from 'playwright-core'
import { addressOf } from '#platform/http/shared/address.ts'
import type { AnswerOf, Endpoint, InputOf } from '#platform/http/shared/endpoint.ts'

type Loose = { params?: Record<string, unknown>; query?: Record<string, never>; body?: unknown }

/** Calls an endpoint as the person whose page or window it is: for what a story needs a hundred times and tells once. */
export const ask = async <E extends Pick<Endpoint, 'method' | 'path'>>(
  { request }: { request: APIRequestContext },
  endpoint: E,
  input: InputOf<E>,
): Promise<AnswerOf<E>> => {
  const { params, query, body } = input as Loose
  const reply = await request.fetch(addressOf(endpoint.path, params as never, query), {
    method: endpoint.method.toUpperCase(),
    headers: { 'idempotency-key': crypto.randomUUID() },
    ...(body !== undefined && { data: body }),
  })
  if (!reply.ok()) throw new Error(`${endpoint.method} ${endpoint.path}: ${await reply.text()}`)
  return (await reply.json()) as AnswerOf<E>
}
