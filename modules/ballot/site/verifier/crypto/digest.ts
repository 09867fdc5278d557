import { sha256 } from '@noble/hashes/sha2.js'
import { sm3 } from './sm3.ts'

/** H of the document. */
export type Digest = (bytes: Uint8Array) => Uint8Array

export const digestOf = (name: string): Digest => (name === 'sm3' ? sm3 : sha256)
