import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { FunnelStage } from '#platform/ui/desk/index.ts'
import type { campaignsApi } from '../../shared/index.ts'

export type Overview = AnswerOf<typeof campaignsApi.getCampaign>
export type StageOverview = Overview['stages'][number]

/** Whom a stage has dealt with, of how many: a closed one let so many pass, a coming one aims at its target. */
export const reached = ({ state, pass, pending, out, suspended, target }: StageOverview) => {
  if (state === 'closed') return { count: pass }
  if (state === 'waiting') return { count: target }
  const total = pass + pending + out + suspended
  return { count: pass + out, ...(total > 0 && { of: total }) }
}

/** The main stages as the funnel draws them; steps that units take within one are left out. */
export const funnelStages = (campaignId: number, stages: StageOverview[]): FunnelStage[] =>
  stages
    .filter(({ within }) => within === null)
    .map(stage => ({
      name: stage.title,
      ...reached(stage),
      state: ({ closed: 'past', open: 'now', waiting: 'next' } as const)[stage.state],
      to: stageLink(campaignId, stage.key),
    }))

export const stageLink = (campaignId: number, key: string) => `/selection/campaigns/${campaignId}/stages/${key}`
