import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { ballotDeskApi } from '../../shared/index.ts'

export type Election = AnswerOf<typeof ballotDeskApi.getDeskElection>
export type Turnout = NonNullable<Election['turnout']>
