import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, fromBase64url } from './bytes.ts'

const bytesOf = (decoded: Uint8Array | undefined) => decoded && Buffer.from(decoded).toString('hex')

it('Base64 of any bytes is read back, in both alphabets', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      const buffer = Buffer.from(bytes)
      expect(bytesOf(fromBase64url(buffer.toString('base64url')))).toBe(buffer.toString('hex'))
      expect(bytesOf(fromBase64(buffer.toString('base64')))).toBe(buffer.toString('hex'))
    }),
  )
})

it('A text that is not the one spelling of its bytes is none', () => {
  const units = fc.constantFrom(...'ABCZazq0189-_+/= \n\u0141\u00e9')
  fc.assert(
    fc.property(fc.string({ unit: units, maxLength: 9 }), text => {
      const sound = /^[\w-]*$/.test(text) && Buffer.from(text, 'base64url').toString('base64url') === text
      expect(fromBase64url(text) !== undefined).toBe(sound)
    }),
    { numRuns: 2000 },
  )
})
