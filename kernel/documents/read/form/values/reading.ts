/** What stands in a form's cell: its words, and cell by cell where the answer takes several. */
export type Source = { text: string; rows: string[][] }

/** An answer as it was understood, how sure that is (0–1), and what to look at. */
export type Reading = { answer: unknown; confidence: number; note?: string }

export const sure = (answer: unknown): Reading => ({ answer, confidence: 1 })
export const doubtful = (answer: unknown, confidence: number, note: string): Reading => ({ answer, confidence, note })

/** The reading least sure of several, for an answer made of parts. */
export const weakest = (answer: unknown, parts: Pick<Reading, 'confidence' | 'note'>[]): Reading => {
  const worst = parts.reduce((a, b) => (b.confidence < a.confidence ? b : a), { confidence: 1 })
  return { ...worst, answer }
}

/** The lines of a cell; of several cells in a row, joined by two spaces as people type columns. */
export const linesFrom = ({ rows }: Source): string[] =>
  rows
    .flatMap(row => row.join('  ').split('\n'))
    .map(line => line.trim())
    .filter(line => line !== '')
