import { describe, expect, it } from 'vitest'
import { digest, keyedDigest } from './index.ts'

describe('digests', () => {
  it('give the published values', () => {
    expect(digest('SHA-256', 'abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    // GB/T 32905-2016 appendix A, examples 1 and 2
    expect(digest('SM3', 'abc').toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
    expect(digest('SM3', 'abcd'.repeat(16)).toString('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })

  it('take bytes and the UTF-8 of text alike', () => {
    expect(digest('SM3', '焦作')).toEqual(digest('SM3', Buffer.from('焦作')))
  })

  it('can be keyed', () => {
    // RFC 4231 test case 2
    expect(keyedDigest('SHA-256', Buffer.from('Jefe'), 'what do ya want for nothing?').toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
    const [one, other] = ['a', 'b'].map(key => keyedDigest('SM3', Buffer.from(key), '13800000000').toString('hex'))
    expect(one).not.toBe(other)
  })
})
