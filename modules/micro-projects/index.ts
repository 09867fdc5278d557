import './tasks.ts'

export { addMember } from './programme/keep-members.ts'
export { shippedProgrammes } from './programme/shipped.ts'
export { startProgramme } from './programme/start.ts'
export { microRoutes } from './routes.ts'
export { useOriginKey } from './signatures/origin.ts'
export { numberSheets, sheetWords } from './signatures/sheet-number.ts'
