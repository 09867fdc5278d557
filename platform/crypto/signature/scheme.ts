export type SignatureName = 'Ed25519' | 'SM2'

/** Raw keys: 32 bytes private; public 32 bytes (Ed25519, RFC 8032) or 65 (SM2: 0x04 ‖ x ‖ y). */
export type KeyPair = { publicKey: Uint8Array; privateKey: Uint8Array }
export type SigningKey = KeyPair & { algorithm: SignatureName }

export type SignatureScheme = {
  generate: () => KeyPair
  signer: (key: KeyPair) => (message: Uint8Array) => Uint8Array
  verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
}
