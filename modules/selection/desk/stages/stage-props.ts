import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { campaignsApi } from '../../shared/index.ts'

/** A stage as its page gets it: state, pool, obstacles, permissions. */
export type StageView = AnswerOf<typeof campaignsApi.getStage>

/** What every kind's component takes. */
export type StageProps = { campaignId: number; stage: StageView }
