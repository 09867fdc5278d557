export { askedCuts, hashesOf, keptCuts, NEAR } from './hash.ts'
export { findNear } from './near.ts'
