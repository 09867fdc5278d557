export {
  blindSignatureName,
  blindSigner,
  credentialVerifier,
  generateIssuingKey,
  type IssuingKey,
  NotBlinded,
} from './blind-rsa.ts'
export { type DigestName, digest, keyedDigest } from './digest.ts'
export * from './shared/index.ts'
export {
  generateSigningKey,
  type SignatureName,
  type Signed,
  type Signer,
  type SigningKey,
  signatureNames,
  signerOf,
  verifySignature,
} from './signature/index.ts'
export * from './tree/index.ts'
