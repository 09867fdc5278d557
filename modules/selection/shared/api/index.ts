export * as campaignsApi from './campaigns.ts'
export * as nominationsApi from './nominations.ts'
export * as plansApi from './plans.ts'
export * as submissionsApi from './submissions.ts'
