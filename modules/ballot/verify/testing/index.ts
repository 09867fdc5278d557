export { ballotEntry, credentialFor, type Entry, makeVoter, type Voter } from './ballots.ts'
export { type MadeElection, makeElection, type Sketch } from './election.ts'
export { makeReceipt } from './receipt.ts'
export { type Forgery, type Making, recordLines, signNote } from './record.ts'
