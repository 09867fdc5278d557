import { expect, it } from 'vitest'
import { shownFirst } from './tally.tsx'

const places = (...groups: [place: number, many: number][]) =>
  groups.flatMap(([place, many]) => Array.from({ length: many }, () => ({ place })))

it('A long count is folded after about twenty lines, and never between two that are tied if that can be helped', () => {
  expect(shownFirst(places([1, 1], [2, 29]))).toBe(30)
  expect(shownFirst(places(...Array.from({ length: 40 }, (_, n): [number, number] => [n + 1, 1])))).toBe(20)
  expect(shownFirst(places([1, 16], [17, 8], [25, 10]))).toBe(16)
  expect(shownFirst(places([1, 150]))).toBe(20)
})
