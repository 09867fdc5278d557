import { randomInt } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Candidate, Category, Rules } from '../shared/index.ts'

const COOKIE = 'ballot-order'
const bits = 2 ** 31

/** A number of this browser alone, from which its order of candidates follows; it says nothing else. */
export const orderSeed = (c: Context): number => {
  const kept = Number(getCookie(c, COOKIE))
  if (Number.isInteger(kept) && kept > 0 && kept < bits) return kept
  const seed = randomInt(1, bits)
  setCookie(c, COOKIE, String(seed), { path: '/ballot', sameSite: 'Lax', httpOnly: true, maxAge: 90 * 24 * 3600 })
  return seed
}

/** mulberry32: small, even, and the same everywhere; nothing secret hangs on it. */
const draws = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Candidates as this browser sees them: in the official order, or shuffled by its seed; never by votes. */
export const inOrder = (
  { order }: Pick<Rules, 'order'>,
  { candidates }: Pick<Category, 'candidates'>,
  seed: number,
): Candidate[] => {
  if (order === 'official') return candidates
  const [draw, mixed] = [draws(seed), [...candidates]]
  for (let left = mixed.length - 1; left > 0; left -= 1) {
    const other = Math.floor(draw() * (left + 1))
    ;[mixed[left], mixed[other]] = [mixed[other]!, mixed[left]!]
  }
  return mixed
}
