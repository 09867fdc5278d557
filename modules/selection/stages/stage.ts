import type { Actor, Api, Task } from '#kernel/access/index.ts'
import type { Db, Tx } from '#platform/db/index.ts'
import type { StageRun } from '../load.ts'
import type { PlanStageKind } from '../shared/index.ts'

/** Something that keeps a stage from closing, or that whoever closes it should know. */
export type Obstacle = { severity: 'block' | 'warning'; message: string; nominationId?: number; rule?: string }

export type { Task }

/**
 * One kind of stage. A campaign is a pool that passes through stages: each takes whom the last one let pass and gives
 * everyone an outcome, a reason and evidence. A new kind is a new folder with one of these.
 */
export type StageKind = {
  kind: PlanStageKind
  /** Prepares the stage when it opens: requests to departments, seats for experts. */
  open?: (tx: Tx, actor: Actor, run: StageRun) => Promise<void>
  /** What still stands in the way of closing it; nothing of severity `block` means that it may close. */
  obstacles: (db: Db, run: StageRun) => Promise<Obstacle[]>
  /** Gives whoever is left their outcome when it closes. */
  close?: (tx: Tx, actor: Actor, run: StageRun) => Promise<void>
  /** What waits for this person in stages of this kind. */
  tasks?: (db: Db, actor: Actor) => Promise<Task[]>
  /** Its own endpoints. */
  routes?: (api: Api) => void
}
