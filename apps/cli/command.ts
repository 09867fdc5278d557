/** Where a command writes; `process` in earnest, collected text in tests. */
export type Output = { out: (text: string) => void; err: (text: string) => void }

/** One command of `shishi`. `words` are what is typed: `plan check`. */
export type Command = {
  words: readonly string[]
  usage: string
  summary: string
  /** Runs with what stands after the words and gives the exit code: 0 done, 1 found faults, 2 used wrongly. */
  run: (args: readonly string[], output: Output) => Promise<number>
}
