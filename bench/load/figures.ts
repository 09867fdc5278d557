/** What a load gave: finished requests a second, and how long one took, in milliseconds. */
export type Figures = { rate: number; p50: number; p99: number; failed: number; failure?: string }

/** @param times milliseconds, one an answer */
export const figuresOf = (times: number[], seconds: number): Figures => {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), failed: 0 }
}
