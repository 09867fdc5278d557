export { addAccountOnPost, type NewAccount } from './account.ts'
export { type Actor, type Api, administersAll, hasRole, only, reaches } from './actor.ts'
export { type DueDate, demoResetKey, onDemoClockMoved, onDemoReset, registerDueDates } from './demo-clock.ts'
export { prepareFirstRun } from './first-run.ts'
export { hashPassword } from './password.ts'
export { demoGuideKey } from './queries.ts'
export { accessRoutes } from './routes.ts'
export { authenticate, startSession } from './session.ts'
export { isRole, type Role, roles } from './shared/roles.ts'
export {
  type IssuedSlip,
  issueSlip,
  type NewSlip,
  openSlip,
  requestSlipCode,
  revokeSlips,
  slipsOf,
} from './slip.ts'
export { publicLink, slipLink, useSiteAddress } from './slip-link.ts'
export { registerSlipMatter, type SlipMatter, slipMatter } from './slip-matter.ts'
export { hashToken, newToken } from './token.ts'
export { registerTasks, type Task, tasksOf } from './unfinished.ts'
