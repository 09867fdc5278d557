import type { FieldFinding } from '#kernel/forms/shared/index.ts'
import type { Tone } from '#platform/ui/desk/index.ts'
import type { IntakeCell } from '../../intake/shared/api.ts'
import { isDoubtful, SURE } from '../../intake/shared/doubts.ts'

export type Certainty = { words: string; tone: Tone }

/** How sure a cell is, in words: nothing found, to be checked, or read. */
export const certaintyOf = ({ confidence, value, source }: IntakeCell): Certainty => {
  if (confidence === 0 || (value === '' && source !== '' && confidence < SURE)) return { words: '没读出', tone: 'bad' }
  if (confidence < SURE) return { words: '请核对', tone: 'near' }
  return source === '' ? { words: '未填', tone: 'plain' } : { words: '已读', tone: 'done' }
}

/** Cells that somebody has to look at. */
export const doubtful = (cells: IntakeCell[]): IntakeCell[] => cells.filter(isDoubtful)

/** Doubts beside the fields of the form, with the words that were read. */
export const doubtFindings = (cells: IntakeCell[]): FieldFinding[] =>
  doubtful(cells).map(({ path, note, source }) => ({
    path,
    code: 'intake.doubt',
    severity: 'warning',
    message: [note, source && `原文：“${source.replaceAll('\n', ' ')}”`].filter(Boolean).join(' '),
  }))
