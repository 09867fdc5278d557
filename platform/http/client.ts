import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { addressOf } from './shared/address.ts'
import { type AnswerOf, type Endpoint, type InputOf, isWrite } from './shared/endpoint.ts'
import { Problem, type ProblemBody } from './shared/problem.ts'

/** Whatever answers requests without a socket: a Hono application. */
export type Answering = { request: (path: string, init?: RequestInit) => Response | Promise<Response> }

type Input = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** Calls endpoints in this process as a browser would, with a cookie. A refusal is thrown as the Problem that was sent. */
export class Client {
  private readonly app: Answering
  readonly cookie: string

  constructor(app: Answering, cookie: string) {
    this.app = app
    this.cookie = cookie
  }

  async call<E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>>(
    endpoint: E,
    input: InputOf<E>,
    key: string = randomUUID(),
  ): Promise<AnswerOf<E>> {
    const { params, query, body } = input as Input
    const write = isWrite(endpoint.method)
    const response = await this.app.request(addressOf(endpoint.path, params, query), {
      method: endpoint.method.toUpperCase(),
      headers: {
        cookie: this.cookie,
        'content-type': 'application/json',
        ...(write && { 'idempotency-key': key }),
      },
      ...(write && { body: JSON.stringify(body ?? null) }),
    })
    const answer = await response.json()
    if (!response.ok) throw asProblem(answer as ProblemBody)
    return answer as AnswerOf<E>
  }
}

const asProblem = ({ code, detail, status, findings, current }: ProblemBody) =>
  new Problem(code, detail, { status, current, ...(findings && { findings }) })
