import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { addUnit } from '#kernel/units/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { answerProblem, HttpApi, toProblem } from '#platform/http/index.ts'
import { type AnswerOf, type Endpoint, type InputOf, isWrite } from '#platform/http/shared/endpoint.ts'
import { Problem, type ProblemBody } from '#platform/http/shared/problem.ts'
import { addAccountOnPost } from './account.ts'
import type { Actor, Api } from './actor.ts'
import { authenticate, startSession } from './session.ts'
import type { Role } from './shared/roles.ts'

/** Calls endpoints as a browser would, with a cookie. A refusal is thrown as the Problem that was sent. */
export class TestClient {
  private readonly app: Api['app']
  readonly cookie: string
  readonly ids: { accountId: number; postId: number; unitId: number }

  constructor(app: Api['app'], cookie: string, ids: TestClient['ids']) {
    this.app = app
    this.cookie = cookie
    this.ids = ids
  }

  async call<E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>>(
    endpoint: E,
    input: InputOf<E>,
    key: string = randomUUID(),
  ): Promise<AnswerOf<E>> {
    const response = await this.app.request(addressOf(endpoint, input), {
      method: endpoint.method.toUpperCase(),
      headers: {
        cookie: this.cookie,
        'content-type': 'application/json',
        ...(isWrite(endpoint.method) && { 'idempotency-key': key }),
      },
      ...(isWrite(endpoint.method) && { body: JSON.stringify((input as { body?: unknown }).body ?? null) }),
    })
    const answer = await response.json()
    if (!response.ok) throw asProblem(answer as ProblemBody)
    return answer as AnswerOf<E>
  }
}

const addressOf = (endpoint: { path: string }, input: { params?: unknown; query?: unknown }) => {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = Object.entries((input.query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  )
  return query.length ? `${path}?${new URLSearchParams(query.map(([k, v]) => [k, String(v)]))}` : path
}

const asProblem = (body: ProblemBody) =>
  new Problem(body.code, body.detail, { status: body.status, findings: body.findings, current: body.current })

export type TestPost = { unitId: number; roles: Role[]; name?: string }

/** An HTTP server in memory with the given routes, and clients signed in at posts made for the test. */
export const testApi = (db: Db, ...bind: ((api: Api) => void)[]) => {
  const api: Api = new HttpApi<Actor>(db, c => authenticate(db, c))
  api.app.onError((error, c) => answerProblem(toProblem(error, c), c))
  for (const routes of bind) routes(api)
  let count = 0

  const signedIn = async (post: TestPost): Promise<TestClient> => {
    count += 1
    const account = await inTransaction(db, tx =>
      addAccountOnPost(tx, {
        unitId: post.unitId,
        title: `岗位${count}`,
        roles: post.roles,
        name: post.name ?? `测试员${count}`,
        login: `tester-${randomUUID()}`,
      }),
    )
    return new TestClient(api.app, await cookieOf(db, account.accountId), { ...account, unitId: post.unitId })
  }

  return { api, app: api.app, signedIn, visitor: new TestClient(api.app, '', { accountId: 0, postId: 0, unitId: 0 }) }
}

/** The session cookie that signing in sets, taken from a throw-away request. */
const cookieOf = async (db: Db, accountId: number): Promise<string> => {
  const app = new Hono()
  app.get('/', async (c: Context) => {
    await startSession(db, c, accountId)
    return c.body(null)
  })
  const response = await app.request('/')
  return response.headers.get('set-cookie')!.split(';')[0]!
}

/** A province with a city, two counties and a township: enough of a tree for scope tests. */
export const testTree = (db: Db) =>
  inTransaction(db, async tx => {
    const province = await addUnit(tx, { name: '测试省', kind: 'province' })
    const city = await addUnit(tx, { name: '测试市', kind: 'city', parentId: province })
    const county = await addUnit(tx, { name: '甲县', kind: 'county', parentId: city, sortNo: 1 })
    const sibling = await addUnit(tx, { name: '乙县', kind: 'county', parentId: city, sortNo: 2 })
    const township = await addUnit(tx, { name: '甲县一镇', kind: 'township', parentId: county })
    return { province, city, county, sibling, township }
  })
