export { frameFacts } from './frame.ts'
export { type KnownToServer, type NominationContent, nominationFacts } from './nomination.ts'
export { type SubmissionContent, unitFacts } from './unit.ts'
