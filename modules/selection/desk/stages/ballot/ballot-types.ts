import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { ballotApi } from '../../../shared/index.ts'

export type Ballot = AnswerOf<typeof ballotApi.getBallot>
export type Params = { id: number; stage: string }
