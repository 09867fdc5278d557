/** One line of a benchmark's output; `ratio` is value / referenceValue, both measured in the same run. */
export type Result = {
  bench: string
  case: string
  value: number
  unit: string
  reference: string
  referenceValue: number
  ratio: number
}

const rounded = (value: number) => Number(value.toPrecision(4))

/** Prints one JSON object on one line of standard output. */
export const report = (result: Omit<Result, 'ratio'>): void => {
  const { value, referenceValue } = result
  const line: Result = {
    ...result,
    value: rounded(value),
    referenceValue: rounded(referenceValue),
    ratio: rounded(value / referenceValue),
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** What a person at the terminal may want to know meanwhile; standard output is for results only. */
export const note = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** The middle of the runs: one disturbed run does not count. */
export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
