import { expect, it } from 'vitest'
import { headsOf } from './heads.ts'
import { works } from './works.ts'

it('households are alike each time and nobody’s name stands twice in the demo', () => {
  const all = works.flatMap((_, at) => headsOf(at + 1, 8))
  expect(headsOf(3, 8)).toEqual(all.slice(16, 24))
  expect(new Set(all).size).toBe(8 * works.length)
})
