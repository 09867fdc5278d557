import { undecided } from '../pending.ts'
import type { StageKind } from '../stage.ts'

export const decide: StageKind = { kind: 'decide', obstacles: undecided }
