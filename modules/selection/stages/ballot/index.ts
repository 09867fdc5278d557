import { undecided } from '../pending.ts'
import type { StageKind } from '../stage.ts'

export const ballot: StageKind = { kind: 'ballot', obstacles: undecided }
