import { undecided } from '../pending.ts'
import type { StageKind } from '../stage.ts'

export const shortlist: StageKind = { kind: 'shortlist', obstacles: undecided }
