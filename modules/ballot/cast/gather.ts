/** A piece of work that waits for its turn in a batch. */
type Waiting<In, Out> = { item: In; done: (out: Out) => void; failed: (error: unknown) => void }

export type Limits = {
  /** Batches on their way at once. */
  inFlight: number
  /** Items of one batch. */
  most: number
}

/**
 * Gathers items that come while earlier ones are on their way and hands them on together. Nothing waits for a clock: a
 * lone item goes at once, and the busier it is the larger batches grow.
 * @param work does a whole batch and answers for each item, in order; when it throws, all of its items fail alike
 */
export const gather = <In, Out>(work: (items: In[]) => Promise<Out[]>, { inFlight, most }: Limits) => {
  const waiting: Waiting<In, Out>[] = []
  let flying = 0

  const next = async (): Promise<void> => {
    if (flying >= inFlight || waiting.length === 0) return
    flying += 1
    const batch = waiting.splice(0, most)
    try {
      const answers = await work(batch.map(({ item }) => item))
      for (const [n, { done }] of batch.entries()) done(answers[n]!)
    } catch (error) {
      for (const { failed } of batch) failed(error)
    } finally {
      flying -= 1
      void next()
    }
  }

  return (item: In): Promise<Out> =>
    new Promise<Out>((done, failed) => {
      waiting.push({ item, done, failed })
      // what arrived in the same turn of the event loop goes together
      setImmediate(next)
    })
}
