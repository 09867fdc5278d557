export { momentWords } from '#kernel/calendar/shared/index.ts'

import type { Tone } from '#platform/ui/desk/index.ts'
import { nominationStates, outcomes, stageRunStates, submissionStates } from '../shared/states.ts'

/** State of a unit's submission in words and in feeling; 未开始 is an open one without a nominee. */
export const submissionWords = (state: string, started = true): { words: string; tone: Tone } => {
  if (state === 'open' && !started) return { words: '未开始', tone: 'bad' }
  return {
    words: (submissionStates as Record<string, string>)[state] ?? state,
    tone: submissionTones[state] ?? 'plain',
  }
}

const submissionTones: Record<string, Tone> = { submitted: 'near', returned: 'near', accepted: 'done' }

export const nominationWords = (state: string): { words: string; tone: Tone } => ({
  words: (nominationStates as Record<string, string>)[state] ?? state,
  tone:
    ({ submitted: 'near', returned: 'near', accepted: 'done', removed: 'plain' } as Record<string, Tone>)[state] ??
    'plain',
})

export const outcomeWords = (outcome: string): { words: string; tone: Tone } => ({
  words: (outcomes as Record<string, string>)[outcome] ?? outcome,
  tone: ({ pass: 'done', out: 'bad', suspended: 'near' } as Record<string, Tone>)[outcome] ?? 'plain',
})

export const stageWords = (state: string): string => (stageRunStates as Record<string, string>)[state] ?? state

/** A nominee without a name yet is still somebody on the list. */
export const nameOf = ({ name, id }: { name: string; id: number }) => name || `（未填名称 ${id}）`
