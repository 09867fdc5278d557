import type { Tone } from '#platform/ui/desk/index.ts'
import type { State } from '../shared/index.ts'

/** The colour of a state's tag: what waits, what is settled, what went no further. */
export const toneOf = (state: State): Tone => {
  if (state === 'rejected') return 'bad'
  if (state === 'paid') return 'gold'
  if (state === 'accepted' || state === 'building') return 'done'
  return state === 'draft' || state === 'withdrawn' || state === 'ended' ? 'plain' : 'near'
}
