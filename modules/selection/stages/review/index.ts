import { undecided } from '../pending.ts'
import type { StageKind } from '../stage.ts'

export const review: StageKind = { kind: 'review', obstacles: undecided }
