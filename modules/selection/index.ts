export { startCampaign } from './campaign.ts'
export { addPlan, publishPlan } from './plan.ts'
export { selectionRoutes } from './routes/index.ts'
export { shippedPlans, shippedSources } from './shipped.ts'
