import { expect, it } from 'vitest'
import { log } from '#platform/logging/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { everyEndpoint, failsInTransaction, refusals, takenBack } from './testing/ask.ts'
import { twisted } from './testing/hostile.ts'
import { makeWorld } from './testing/world.ts'

log.setLevel('silent')
const { db } = await testDatabase()
const world = await makeWorld(db)

/** Every endpoint asked by somebody whom it lets in, with something that does not belong there in each place. */
const failures = await takenBack(db, async tx => {
  const { asked, send } = await everyEndpoint(tx, world.rows)
  const found: string[] = []
  let [askers, sent] = [world.askers, 0]
  for (const { operation, words, request } of asked) {
    const name = `${operation.method} ${operation.path}${words}`
    if (failsInTransaction.includes(name)) continue
    const asker = await firstLetIn(asker => send(asker, request))
    if (!asker) continue
    askers = [asker, ...askers.filter(each => each !== asker)]
    for (const { what, ...each } of twisted(operation, request)) {
      sent += 1
      const { status, text } = await send(asker, each)
      if (status >= 500) found.push(`${name}: ${what}: ${status} ${text}`)
    }
  }
  return { found, sent }

  async function firstLetIn(ask: (asker: (typeof askers)[number]) => Promise<{ status: number }>) {
    for (const asker of askers) if (!refusals.has((await ask(asker)).status)) return asker
    return undefined
  }
})

it('Whatever a hand-made request holds is refused in words; the server never fails over it', () => {
  expect(failures.sent).toBeGreaterThan(4000)
  expect(failures.found).toEqual([])
})
