import { hash } from 'node:crypto'

/** `hash` of the document, as node:crypto names it too. */
export type HashName = 'sha256' | 'sm3'

/**
 * The tree of RFC 9162 §2.1, written again for this verifier and in another way than the log's own: leaves go in one
 * after the other, full subtrees of one size are joined as they meet, like digits of a binary counter.
 */
export const growingTree = (name: HashName) => {
  const full: (Buffer | undefined)[] = []
  let size = 0
  const add = (leafHash: Buffer): void => {
    let [carry, level] = [leafHash, 0]
    for (let left = full[0]; left; left = full[level]) {
      carry = nodeHash(name, left, carry)
      full[level] = undefined
      level += 1
    }
    full[level] = carry
    size += 1
  }
  const root = (): Buffer => {
    const subtrees = full.filter(each => each !== undefined)
    const [smallest, ...larger] = subtrees
    if (!smallest) return hash(name, '', 'buffer')
    return larger.reduce((right, left) => nodeHash(name, left, right), smallest)
  }
  return { add, root, size: () => size }
}

/** H(0x00 ‖ leaf). */
export const leafHash = (name: HashName, leaf: string): Buffer => hash(name, `\0${leaf}`, 'buffer')

const nodeHash = (name: HashName, left: Uint8Array, right: Uint8Array): Buffer =>
  hash(name, Buffer.concat([nodeHead, left, right]), 'buffer')
const nodeHead = Buffer.of(1)

/**
 * The root that a path of sibling hashes leads to (RFC 9162 §2.1.3.1), from the top down: the path's last hash is that
 * of the root's other half. Undefined where the path has not exactly as many hashes as it must.
 */
export const rootByPath = (
  name: HashName,
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined => {
  if (size === 1) return index === 0 && path.length === 0 ? leaf : undefined
  const sibling = path.at(-1)
  if (!sibling || index < 0 || index >= size) return undefined
  let half = 1
  while (half * 2 < size) half *= 2
  const inLeft = index < half
  const own = inLeft
    ? rootByPath(name, leaf, index, half, path.slice(0, -1))
    : rootByPath(name, leaf, index - half, size - half, path.slice(0, -1))
  if (!own) return undefined
  return inLeft ? nodeHash(name, own, sibling) : nodeHash(name, sibling, own)
}

const serialHead = Buffer.from('shishi-ballot/1 serial\n')
const choicesHead = Buffer.from('shishi-ballot/1 choices\n')

/** What a leaf shows of a serial, from its 32 bytes. */
export const serialCommitment = (name: HashName, serial: Uint8Array): string =>
  hash(name, Buffer.concat([serialHead, serial]), 'hex')

/** What a leaf shows of choices, from the salt and their canonical text. */
export const choicesCommitment = (name: HashName, salt: Uint8Array, choices: string): string =>
  hash(name, Buffer.concat([choicesHead, salt, Buffer.from(choices)]), 'hex')
