import type { ReactNode } from 'react'

/** How a state feels: done, waiting or near its date, wrong or overdue, settled with honour, or simply so. */
export type Tone = 'done' | 'near' | 'bad' | 'gold' | 'plain'

/** A state in two to five characters; the tone never carries a meaning that the words do not. */
export const StateTag = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`tag tag-${tone}`}>{children}</span>
)
