export { frameFacts } from './frame.ts'
export { type KnownToServer, type NominationContent, nominationFacts, sealFactsOf } from './nomination.ts'
export { type SubmissionContent, unitFacts } from './unit.ts'
