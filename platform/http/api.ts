import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { type Db, inTransaction, type Tx, together } from '#platform/db/index.ts'
import { openApi } from './document.ts'
import { once } from './idempotency.ts'
import type { Policy } from './policy.ts'
import { type Endpoint, isWrite } from './shared/endpoint.ts'
import { refuse } from './shared/problem.ts'
import { parseRequest } from './validate.ts'

/** What every step of a request is given. In a write `db` is the one transaction that the whole request runs in. */
export type Step<Actor, P, Q, B> = { actor: Actor; db: Tx; params: P; query: Q; body: B; c: Context }

/** While something is loaded, who asks for it may not be known yet. */
type LoadStep<Actor, P, Q, B> = Omit<Step<Actor, P, Q, B>, 'actor'> & { asker: Promise<Actor> }

export type Handler<Actor, P, Q, B, Loaded, Answer> = {
  /** Reads what the request is about; null or undefined answers 404. In a write it may lock. Who asks is looked up meanwhile. */
  load?: (step: LoadStep<Actor, P, Q, B>) => Promise<Loaded | null | undefined>
  allow: Policy<Actor, Loaded>
  /** For a write that reads a long body: no transaction is held open meanwhile; `act` opens its own on `db`. */
  streams?: true
  act: (step: Step<Actor, P, Q, B> & { loaded: Loaded }) => Promise<Answer>
}

export type BoundEndpoint = { method: string; path: string; policy: string; open?: string }

/**
 * The request pipeline: authenticate → validate → load → authorise → act → present.
 * Rooms bind their endpoints to it; the app mounts `app`.
 */
export class HttpApi<Actor extends { id: string }> {
  readonly app = new Hono()
  private readonly declared: Endpoint[] = []
  readonly endpoints: BoundEndpoint[] = []
  readonly db: Db
  private readonly authenticate: (db: Db, c: Context) => Promise<Actor | null>

  constructor(db: Db, authenticate: (db: Db, c: Context) => Promise<Actor | null>) {
    this.db = db
    this.authenticate = authenticate
  }

  /** Binds an endpoint. A missing policy is a type error; an endpoint bound twice throws at start. */
  handle<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, Loaded = undefined>(
    endpoint: Endpoint<P, Q, B, A>,
    handler: Handler<Actor, z.output<P>, z.output<Q>, z.output<B>, Loaded, z.input<A>>,
  ): void {
    this.register(endpoint, handler.allow as Policy<Actor, unknown>)
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')
    const answering = isWrite(endpoint.method) ? this.writing(endpoint, handler) : this.reading(endpoint, handler)
    this.app.on(endpoint.method.toUpperCase(), path, async c => {
      const answer = await answering(c)
      if (answer instanceof Response) return answer
      return c.json(endpoint.answer.parse(answer) as object, 200 as ContentfulStatusCode)
    })
  }

  /** Who asks and what about are looked up in one go, as neither needs the other; who asks is judged first all the same. */
  private reading<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, Loaded, Answer>(
    endpoint: Endpoint<P, Q, B, z.ZodType>,
    handler: Handler<Actor, z.output<P>, z.output<Q>, z.output<B>, Loaded, Answer>,
  ) {
    const look = async (db: Db, c: Context) => {
      const asker = this.asker(handler.allow, db, c)
      const subject = parseRequest(endpoint, c).then(async request => {
        const loaded = await handler.load?.({ ...request, db: db as Tx, c, asker })
        return { request, loaded }
      })
      subject.catch(() => {})
      return { actor: await asker, ...(await subject) }
    }
    return async (c: Context) => {
      const { actor, request, loaded } = await (handler.load ? together(this.db, db => look(db, c)) : look(this.db, c))
      return serve(handler, { ...request, actor, db: this.db as unknown as Tx, c }, loaded)
    }
  }

  private writing<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, Loaded, Answer>(
    endpoint: Endpoint<P, Q, B, z.ZodType>,
    handler: Handler<Actor, z.output<P>, z.output<Q>, z.output<B>, Loaded, Answer>,
  ) {
    return async (c: Context) => {
      const actor = await this.asker(handler.allow, this.db, c)
      const request = await parseRequest(endpoint, c)
      const run = async (db: Tx) => {
        const loaded = await handler.load?.({ ...request, db, c, asker: Promise.resolve(actor) })
        return serve(handler, { ...request, actor, db, c }, loaded)
      }
      return handler.streams ? run(this.db as unknown as Tx) : this.write(endpoint, c, actor, request.body, run)
    }
  }

  /** @throws Problem 401 `session.missing` where nobody is signed in and somebody must be */
  private async asker(policy: { open?: string }, db: Db, c: Context): Promise<Actor> {
    const actor = await this.authenticate(db, c)
    if (!actor && !policy.open) throw refuse('session.missing', '请先登录。', { status: 401 })
    return actor as Actor
  }

  /** What /openapi.json answers. */
  describe(info: { title: string; version: string }): object {
    return openApi(this.declared, info)
  }

  /** One transaction, and one alone for each idempotency key. */
  private write<T>(
    endpoint: { method: string; path: string },
    c: Context,
    actor: Actor,
    body: unknown,
    run: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const key = c.req.header('idempotency-key')
    const caller = { actor: actor?.id ?? 'public', endpoint: `${endpoint.method} ${c.req.path}`, body }
    return inTransaction(this.db, tx => (key ? once(tx, { ...caller, key }, () => run(tx)) : run(tx)))
  }

  private register(endpoint: Endpoint, policy: Policy<Actor, unknown>) {
    const { method, path } = endpoint
    if (this.endpoints.some(other => other.method === method && other.path === path))
      throw new Error(`${method} ${path} is bound twice`)
    this.endpoints.push({ method, path, policy: policy.name, ...(policy.open && { open: policy.open }) })
    this.declared.push(endpoint)
  }
}

const serve = <Actor, P, Q, B, Loaded, Answer>(
  handler: Handler<Actor, P, Q, B, Loaded, Answer>,
  step: Step<Actor, P, Q, B>,
  loaded: Loaded | null | undefined,
): Promise<Answer> => {
  if (handler.load && loaded == null) throw notFound()
  if (!handler.allow(step.actor, loaded as Loaded)) throw notAllowed()
  return handler.act({ ...step, loaded: loaded as Loaded })
}

const notFound = () => refuse('not.found', '没有找到，或者您没有查看的权限。', { status: 404 })
const notAllowed = () => refuse('not.allowed', '您的岗位没有这项操作的权限。', { status: 403 })
