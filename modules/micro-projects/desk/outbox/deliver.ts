const FIRST_MS = 5_000
const LONGEST_MS = 120_000

/** Milliseconds until the next try, after so many in vain: each twice the one before, two minutes at most. */
export const pauseAfter = (vain: number): number => Math.min(FIRST_MS * 2 ** Math.max(0, vain - 1), LONGEST_MS)

type Post = {
  subscribe: (listener: () => void) => () => void
  /** How many may leave. */
  onTheirWay: () => number
  /** @returns how many are settled */
  flush: () => Promise<number>
}

/** Keeps the post going: at once, when more is to leave, and after growing pauses while something is left. */
export const deliver = ({ subscribe, onTheirWay, flush }: Post) => {
  let [vain, known, stopped] = [0, onTheirWay(), false]
  let timer: ReturnType<typeof setTimeout> | undefined

  const go = async () => {
    const settled = await flush()
    vain = settled > 0 ? 0 : vain + 1
    clearTimeout(timer)
    if (!stopped && onTheirWay() > 0) timer = setTimeout(go, pauseAfter(vain))
  }
  /** What has failed before says nothing any more: the network is back, or somebody looks at the page. */
  const now = (): Promise<void> => {
    vain = 0
    return go()
  }
  const unsubscribe = subscribe(() => {
    const before = known
    known = onTheirWay()
    if (known > before) void now()
  })
  void go()
  return {
    now,
    stop: () => {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
