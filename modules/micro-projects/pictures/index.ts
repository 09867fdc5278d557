export { distance, greyPlane, type Hashes, hashesOf, keptCuts, looks, NEAR } from './hash.ts'
export { findNear } from './near.ts'
export type { Plane } from './plane.ts'
export { isSame } from './same.ts'
