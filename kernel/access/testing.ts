import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { addUnit } from '#kernel/units/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { answerProblem, Client, HttpApi, toProblem } from '#platform/http/index.ts'
import { addAccountOnPost } from './account.ts'
import type { Actor, Api } from './actor.ts'
import { authenticate, startSession } from './session.ts'
import type { Role } from './shared/roles.ts'

/** Somebody signed in at a post made for the test. */
export class TestClient extends Client {
  readonly ids: { accountId: number; postId: number; unitId: number }

  constructor(app: Api['app'], cookie: string, ids: TestClient['ids']) {
    super(app, cookie)
    this.ids = ids
  }
}

export type TestPost = { unitId: number; roles: Role[]; name?: string }

/** An HTTP server in memory with the given routes, and clients signed in at posts made for the test. */
export const testApi = (db: Db, ...bind: ((api: Api) => void)[]) => {
  const api: Api = new HttpApi<Actor>(db, authenticate)
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
