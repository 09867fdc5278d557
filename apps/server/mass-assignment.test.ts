import { describe, expect, it } from 'vitest'
import { log } from '#platform/logging/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { everyEndpoint, refusals, takenBack } from './testing/ask.ts'
import { poisoned, poisonFinder } from './testing/poison.ts'
import { makeWorld } from './testing/world.ts'

log.setLevel('silent')
const { db } = await testDatabase()
const world = await makeWorld(db)

type Outcome = { name: string; plain: number; more: number; holds: string[] }
type Schema = { properties?: Record<string, Schema>; additionalProperties?: unknown; [key: string]: unknown }

/** What each write endpoint did with a plain body and with one that holds more: of somebody whom it serves, if anybody. */
const { outcomes, schemas } = await takenBack(db, async tx => {
  const { asked, send } = await everyEndpoint(tx, world.rows)
  const find = await poisonFinder(tx)
  const outcomes: Outcome[] = []
  const schemas: { name: string; schema: Schema }[] = []
  // Whoever was served last is asked first: most of what follows in a room is for the same post.
  let askers = world.askers
  for (const { operation, words, request } of asked) {
    const schema = operation.operation.requestBody?.content['application/json'].schema as Schema | undefined
    if (!schema) continue
    const name = `${operation.method} ${operation.path}${words}`
    schemas.push({ name, schema })
    const body = poisoned(schema, JSON.parse((request.init as { body: string }).body))
    const more = { ...request, init: { ...request.init, body: JSON.stringify(body) } }
    const tried: Outcome[] = []
    for (const asker of askers) {
      const plain = await send(asker, request)
      if (refusals.has(plain.status) || (!plain.ok && tried.length > 0)) continue
      const answer = await send(asker, more, find)
      tried.push({ name, plain: plain.status, more: answer.status, holds: answer.seen ?? [] })
      if (!plain.ok) continue
      askers = [asker, ...askers.filter(each => each !== asker)]
      break
    }
    outcomes.push(...tried.slice(-1))
  }
  return { outcomes, schemas }
})

/** Objects of a contract that say anything but the usual of keys they do not know: those are dropped at the door. */
const unusual = (schema: unknown): Schema[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema && 'additionalProperties' in schema ? [schema as Schema] : []
  return [...own, ...Object.values(schema).flatMap(unusual)]
}

describe('a body that holds more than was asked for', () => {
  it('is asked of every endpoint that takes a body and lets somebody in', () => {
    expect(outcomes.length).toBeGreaterThan(60)
    expect(outcomes.filter(({ plain }) => plain < 300).length).toBeGreaterThan(30)
  })

  it('is read one way by every contract: what it does not know is dropped, neither kept nor refused', () => {
    expect(schemas.filter(({ schema }) => unusual(schema).length > 0).map(({ name }) => name)).toEqual([])
  })

  it('does what the plain one does, or is refused; nothing fails over it', () => {
    expect(outcomes.filter(({ plain, more }) => more !== plain && more !== 422)).toEqual([])
  })

  it('leaves no unit, state, role, quota, id or confirmation of its own anywhere', () => {
    expect(outcomes.filter(({ holds }) => holds.length > 0)).toEqual([])
  })

  it('cannot say that a reason was confirmed, though the contract shows who confirmed it', async () => {
    const clerk = world.askers.find(({ name }) => name === 'recommender at own')!
    const [path, headers] = [`/api/selection/nominations/${world.rows.draft}`, { 'content-type': 'application/json' }]
    const typed = { rule: 'R003-08', text: '事迹特别突出。' }
    const body = { answers: {}, articles: {}, particulars: {}, reasons: [{ ...typed, confirmedBy: '自称负责人' }] }
    const kept = await takenBack(db, async tx => {
      const { app } = (await everyEndpoint(tx, world.rows)).api
      const ask = async (init: RequestInit) =>
        (await app.request(path, { ...init, headers: { ...headers, cookie: clerk.cookie } })).json()
      const { revision } = (await ask({})) as { revision: number }
      await ask({ method: 'PUT', body: JSON.stringify({ revision, ...body }) })
      return ((await ask({})) as { reasons: unknown }).reasons
    })
    expect(kept).toEqual([typed])
  })
})
