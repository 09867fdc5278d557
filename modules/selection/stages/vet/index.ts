import { undecided } from '../pending.ts'
import type { StageKind } from '../stage.ts'

export const vet: StageKind = { kind: 'vet', obstacles: undecided }
