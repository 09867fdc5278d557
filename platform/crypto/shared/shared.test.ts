import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, codeLength, type Json, readCode, receiptCode, spacedCode } from './index.ts'

describe('canonical JSON', () => {
  it('is that of the examples of RFC 8785', () => {
    const unsorted = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      string: '€$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(unsorted)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    const sorted = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
    expect(canonicalJson(sorted)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('keeps Chinese and rare characters as they are', () => {
    expect(canonicalJson({ 名: '䶮𠮷', 类: '十佳共产党员' })).toBe('{"名":"䶮𠮷","类":"十佳共产党员"}')
  })

  it('refuses what has no canonical form', () => {
    const circle: Record<string, Json> = {}
    circle.self = circle
    const refused: unknown[] = [
      '\ud842',
      'a\udfb7',
      { '\ud842': 1 },
      [Number.NaN],
      { a: Infinity },
      circle,
      undefined,
      1n,
    ]
    for (const each of refused) expect(() => canonicalJson(each as Json)).toThrow()
  })

  it('is the same for equal values in whatever order they were put together, and reads back', () => {
    const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>
    fc.assert(
      fc.property(json, value => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(turned(value))).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })
})

/** The same value with the members of every object put in the other way round. */
const turned = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(turned)
  const names = Object.keys(value).reverse()
  return Object.fromEntries(names.map(name => [name, turned((value as Record<string, Json>)[name]!)]))
}

describe('a receipt code', () => {
  const hash = (hex: string) => Buffer.from(hex.padEnd(64, '0'), 'hex')

  it('is the first 100 bits in base 32', () => {
    expect(receiptCode(hash(''))).toBe('0'.repeat(codeLength))
    expect(receiptCode(hash('f'.repeat(64)))).toBe('Z'.repeat(codeLength))
    expect(receiptCode(hash('00443214c74254b635cf84653a56d7c675be77df'))).toBe('0123456789ABCDEFGHJK')
    expect(() => receiptCode(Buffer.alloc(12))).toThrow(RangeError)
  })

  it('agrees with the number that the bits are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), bytes => {
        const bits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`) >> 156n
        const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const value = [...receiptCode(bytes)].reduce((sum, each) => sum * 32n + BigInt(digits.indexOf(each)), 0n)
        expect(value).toBe(bits)
      }),
    )
  })

  it('is read as people type it', () => {
    const code = '0123456789ABCDEFGHJK'
    expect(spacedCode(code)).toBe('01234-56789-ABCDE-FGHJK')
    expect(readCode('o i234-56789 abcde–fghjk')).toBe(code)
    expect(readCode('０１２３４５６７８９ＡＢＣＤＥＦＧＨＪＫ')).toBe(code)
    expect(['', code.slice(1), `${code}0`, `${code.slice(1)}U`, `${code.slice(1)}王`].map(readCode)).toEqual(
      Array(5).fill(undefined),
    )
  })
})
