import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import type { listCampaigns } from '../../shared/api/campaigns.ts'

export type ListedCampaign = AnswerOf<typeof listCampaigns>['campaigns'][number]

/** A recommending unit works in its own part; everyone else sees the whole. */
export const linkOf = ({ id, submissionId }: Pick<ListedCampaign, 'id' | 'submissionId'>) =>
  submissionId ? `/selection/submissions/${submissionId}` : `/selection/campaigns/${id}`
