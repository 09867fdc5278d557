import type { Actor } from '#kernel/access/index.ts'
import type { Db, Tx } from '#platform/db/index.ts'
import type { StageRun } from '../../load.ts'
import type { Obstacle } from '../stage.ts'

/**
 * What the module that holds votes offers to a campaign. Selection knows it only by this; it is connected when the
 * application starts, and hands its counts back through {@link recordVotes} of this stage.
 */
export type BallotModule = {
  /** The campaign has come to the vote: whoever passed so far stands on the ballot. */
  open?: (tx: Tx, actor: Actor, run: StageRun) => Promise<void>
  /** Where the vote can be seen and how it stands; undefined where the module holds none for this stage. */
  status: (db: Db, run: StageRun) => Promise<{ link: string; state: string } | undefined>
  /** What keeps the stage from closing while the vote runs. */
  obstacles?: (db: Db, run: StageRun) => Promise<Obstacle[]>
}

let connected: BallotModule | undefined

/** Connects the module that holds votes. */
export const connectBallot = (module: BallotModule): void => {
  connected = module
}

export const ballotModule = (): BallotModule | undefined => connected
