import { undecided } from '../pending.ts'
import type { StageKind } from '../stage.ts'

export const commend: StageKind = { kind: 'commend', obstacles: undecided }
