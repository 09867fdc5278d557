import { median } from '../kit/result.ts'

type Work = (n: number) => unknown

/** Units of work a second of one run; every document is another one, so that nothing is remembered. */
const once = async (work: Work, seconds: number, from: number): Promise<number> => {
  const begin = performance.now()
  let done = 0
  while (performance.now() - begin < seconds * 1000) {
    await work(from + done)
    done += 1
  }
  return done / ((performance.now() - begin) / 1000)
}

let next = 0
const fresh = () => {
  next += 100_000
  return next
}

/** Both in turn, as often as asked; the median of each. */
export const compare = async (work: Work, reference: Work, runs: number, seconds: number) => {
  const values: number[] = []
  const references: number[] = []
  await once(work, 0.3, fresh())
  await once(reference, 0.3, fresh())
  for (let run = 0; run < runs; run += 1) {
    values.push(await once(work, seconds, fresh()))
    references.push(await once(reference, seconds, fresh()))
  }
  return { value: median(values), referenceValue: median(references) }
}
