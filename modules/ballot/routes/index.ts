import type { Api } from '#kernel/access/index.ts'
import { deskRoutes } from './desk.ts'
import { countRoutes } from './desk-count.ts'
import { logRoutes } from './log.ts'
import { publicRoutes } from './public.ts'
import { type BallotOptions, votingRoutes } from './voting.ts'

export type { BallotOptions } from './voting.ts'

export const ballotRoutes = (api: Api, options: BallotOptions): void => {
  publicRoutes(api)
  votingRoutes(api, options)
  logRoutes(api)
  deskRoutes(api)
  countRoutes(api)
}
