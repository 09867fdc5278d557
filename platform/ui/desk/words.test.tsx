import { describe, expect, it } from 'vitest'
import { dateWords, workdaysWords } from './deadline.tsx'
import { newKey } from './idempotency.ts'
import { quotaWords } from './quota-squares.tsx'

describe('deadlines in words', () => {
  it('says what is left, today, and what is over', () => {
    expect([3, 0, -2, undefined].map(workdaysWords)).toEqual(['还有3个工作日', '今天截止', '已超2个工作日', undefined])
  })

  it('names the hour only when it is not the end of the day', () => {
    expect(['2026-06-01', '2026-06-01T10:00:00Z', '2026-06-01T15:59:00Z'].map(dateWords)).toEqual([
      '6月1日',
      '6月1日 18:00',
      '6月1日',
    ])
  })
})

describe('quota in words', () => {
  it.each([
    [{ filled: 2, returned: 1, total: 4 }, '名额4个，已报2个，退回修改1个，空缺1个'],
    [{ filled: 3, total: 3 }, '名额3个，已报3个'],
    [{ filled: 4, total: 3 }, '名额3个，已报4个，超出1个'],
  ])('%j', (quota, words) => expect(quotaWords(quota)).toBe(words))
})

describe('idempotency keys', () => {
  it('are distinct UUIDs of version 4', () => {
    const keys = Array.from({ length: 200 }, newKey)
    expect(new Set(keys).size).toBe(200)
    expect(keys.filter(key => !/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(key))).toEqual(
      [],
    )
  })
})
