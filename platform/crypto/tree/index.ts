export {
  emptyFrontier,
  type Frontier,
  growTree,
  mostLeaves,
  readFrontier,
  rootOf,
} from './frontier.ts'
export { hashLength, type TreeHash, treeHash } from './hash.ts'
export { memoryNodes } from './memory.ts'
export { type NodeReader, type Span, storedStep, type TreeNode } from './nodes.ts'
export { consistencyProof, inclusionProof } from './proofs.ts'
export { type Consistency, type Inclusion, verifyConsistency, verifyInclusion } from './verify.ts'
