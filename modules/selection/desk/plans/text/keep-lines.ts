import { diffArrays } from 'diff'

/**
 * A text after an edit that was made on its tidied form: lines that the edit left alone stay as they were written.
 * `tidyBefore` and `tidyAfter` are the tidied text before and after. Where tidying itself moves lines, the tidied text is taken.
 */
export const keepLines = (written: string, tidyBefore: string, tidyAfter: string): string => {
  if (tidyBefore === tidyAfter) return written
  const [lines, before] = [written.split('\n'), tidyBefore.split('\n')]
  if (lines.length !== before.length) return tidyAfter
  const kept: string[] = []
  let at = 0
  for (const { value, added, removed } of diffArrays(before, tidyAfter.split('\n'))) {
    if (added) kept.push(...value)
    else {
      if (!removed) kept.push(...lines.slice(at, at + value.length))
      at += value.length
    }
  }
  return kept.join('\n')
}
