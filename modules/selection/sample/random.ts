/** A small seeded generator (mulberry32): the same seed gives the same made-up people on every machine. */
export type Random = { whole: (below: number) => number; pick: <T>(from: readonly T[]) => T }

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const whole = (below: number) => Math.floor(next() * below)
  return { whole, pick: from => from[whole(from.length)]! }
}
