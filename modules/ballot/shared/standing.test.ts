import { expect, it } from 'vitest'
import { placed } from './standing.ts'

it('shows a tie as one place and breaks none', () => {
  const rows = [4, 7, 7, 1].map((votes, at) => ({ at, votes }))
  expect(placed(rows, ({ votes }) => votes).map(({ at, place, tied }) => [at, place, tied])).toEqual([
    [1, 1, true],
    [2, 1, true],
    [0, 3, false],
    [3, 4, false],
  ])
})
