import { digest, type SignatureName, type Signer } from '#platform/crypto/index.ts'

/** Type bytes of a signed note's key (c2sp.org/signed-note); SM2 has no number there. */
const types: Record<SignatureName, Buffer> = {
  Ed25519: Buffer.of(1),
  SM2: Buffer.concat([Buffer.of(0xff), Buffer.from('SM2')]),
}

/** A signed note: `text` ends with a line feed; the signature follows an empty line. */
export const signNote = (signer: Signer, name: string, text: string): string => {
  const id = digest('SHA-256', Buffer.concat([Buffer.from(`${name}\n`), types[signer.algorithm], signer.publicKey]))
  const signature = Buffer.concat([id.subarray(0, 4), signer.sign(Buffer.from(text))]).toString('base64')
  return `${text}\n— ${name} ${signature}\n`
}
