import type { ElectionDocument } from './document.ts'

/** Typed arrays that grow together, a power of two at a time. */
const grown = <T extends Uint8Array | Uint32Array>(old: T, length: number): T => {
  if (length <= old.length) return old
  const larger = new (old.constructor as new (length: number) => T)(2 ** Math.ceil(Math.log2(length)))
  larger.set(old)
  return larger
}

/** No key known yet: the record holds no opening of the serial. */
const noKey = 255

/** Bit of each candidate, by category and number. */
const bitsOf = ({ categories }: ElectionDocument) => {
  let bit = 0
  return categories.map(({ candidates }) => new Map(candidates.map(({ no }) => [no, bit++])))
}

/**
 * One small entry for each serial: its standing ballot's place, counter, key and choices as bits. A million ballots
 * over 180 candidates take some 150 MB, most of it the serials themselves.
 */
export const ballotTable = (document: ElectionDocument) => {
  const bits = bitsOf(document)
  const width = Math.ceil(bits.reduce((sum, { size }) => sum + size, 0) / 8)
  const slots = new Map<string, number>()
  let standing = new Uint32Array(1024)
  let counters = new Uint32Array(1024)
  let keys = new Uint8Array(1024)
  let voided = new Uint8Array(1024)
  let choices = new Uint8Array(1024 * width)
  let slotAt = new Uint32Array(1024)

  const make = (serial: string): number => {
    const slot = slots.size
    slots.set(serial, slot)
    standing = grown(standing, slot + 1)
    counters = grown(counters, slot + 1)
    keys = grown(keys, slot + 1)
    voided = grown(voided, slot + 1)
    choices = grown(choices, (slot + 1) * width)
    keys[slot] = noKey
    return slot
  }

  return {
    /** Takes a ballot leaf in; gives its slot and the counter of the ballot before it, -1 where it is the first. */
    take: (commitment: string, index: number, counter: number): { slot: number; before: number } => {
      // half the memory of the hexadecimal digits
      const serial = Buffer.from(commitment, 'hex').toString('latin1')
      const known = slots.get(serial)
      const slot = known ?? make(serial)
      const before = known === undefined ? -1 : counters[slot]!
      standing[slot] = index
      counters[slot] = counter
      slotAt = grown(slotAt, index + 1)
      slotAt[index] = slot + 1
      return { slot, before }
    },
    /** Notes the key of a serial; false where another stood there. */
    keep: (slot: number, key: number): boolean => {
      const sound = keys[slot] === noKey || keys[slot] === key
      keys[slot] = key
      return sound
    },
    /** Notes what the standing ballot chose, in place of what the one before it did. Unknown numbers are left out. */
    choose: (slot: number, chosen: readonly (readonly number[])[]): void => {
      choices.fill(0, slot * width, (slot + 1) * width)
      for (const [at, numbers] of chosen.entries())
        for (const no of numbers) {
          const bit = bits[at]?.get(no)
          if (bit !== undefined) choices[slot * width + (bit >> 3)]! |= 1 << (bit & 7)
        }
    },
    /** Voids the ballot at an index; why it cannot be, or undefined. */
    void: (index: number): 'none' | 'superseded' | 'void' | undefined => {
      const slot = (slotAt[index] ?? 0) - 1
      if (slot < 0) return 'none'
      if (standing[slot] !== index) return 'superseded'
      if (voided[slot]) return 'void'
      voided[slot] = 1
      return undefined
    },
    serials: () => slots.size,
    /** Every serial's key (undefined where none is known), whether it is void, and whether a bit of it is set. */
    each: (visit: (key: number | undefined, isVoid: boolean, has: (bit: number) => boolean) => void): void => {
      for (let slot = 0; slot < slots.size; slot += 1) {
        const has = (bit: number) => ((choices[slot * width + (bit >> 3)]! >> (bit & 7)) & 1) === 1
        visit(keys[slot] === noKey ? undefined : keys[slot]!, voided[slot] === 1, has)
      }
    },
  }
}
export type BallotTable = ReturnType<typeof ballotTable>
