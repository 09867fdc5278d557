import './publicity.ts'

import './slips.ts'

export { startCampaign } from './campaign.ts'
export { identityFrom } from './identity.ts'
export { loadSubmission } from './load.ts'
export { addLocalNotice } from './local-notice.ts'
export { addPlan, loadPlan, publishPlan } from './plan.ts'
export { shippedPlan, shippedPlanIds, shippedSources } from './plan-shelf.ts'
export { selectionRoutes } from './routes/index.ts'
export { sampleNominee, sampleReport } from './sample/index.ts'
export { type BallotModule, connectBallot, recordVotes } from './stages/ballot/index.ts'
export { accept as acceptSubmission, submit as submitSubmission } from './submission.ts'
