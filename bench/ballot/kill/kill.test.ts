import { expect, it } from 'vitest'
import { killRounds } from './rounds.ts'

it('keeps every receipt, once, while the server and the database are killed under load', async () => {
  const { verdict, posted, stored, lost, doubled, differing, kills } = await killRounds({
    rounds: 3,
    ballots: 120,
    servers: 1,
  })
  expect({ posted, stored, lost, doubled, differing }).toEqual({
    posted: 360,
    stored: 360,
    lost: 0,
    doubled: 0,
    differing: 0,
  })
  expect(kills).toEqual({ server: 1, database: 1, backend: 1 })
  expect(verdict).toMatchObject({ ok: true, stage: 'final', ballots: 360, findings: [] })
}, 120_000)
