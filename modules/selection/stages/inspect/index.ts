import { undecided } from '../pending.ts'
import type { StageKind } from '../stage.ts'

export const inspect: StageKind = { kind: 'inspect', obstacles: undecided }
