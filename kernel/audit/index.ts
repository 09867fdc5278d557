export { type Act, type HistoryEntry, history, record, recordTaking, system, type Who } from './record.ts'
export { verifyAudit } from './verify.ts'
