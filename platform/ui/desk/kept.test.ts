import { describe, expect, it } from 'vitest'
import { forget, keep, recall, type Shelf } from './kept.ts'

const shelf = (entries = new Map<string, string>()): Shelf => ({
  getItem: name => entries.get(name) ?? null,
  setItem: (name, text) => void entries.set(name, text),
  removeItem: name => void entries.delete(name),
})
const kept = { value: { name: '张三' }, revision: 3, at: '2021-12-24T04:00:00Z' }

describe('what was typed', () => {
  it('is there again after a crash, and gone once it is acknowledged', () => {
    const on = shelf()
    keep('nomination.7', kept, on)
    expect(recall('nomination.7', on)).toEqual(kept)
    forget('nomination.7', on)
    expect(recall('nomination.7', on)).toBeUndefined()
  })

  it('is not mistaken for anything else that stands there', () => {
    const on = shelf(new Map([['shishi.draft.nomination.7', '{"revision":"x"}']]))
    expect(recall('nomination.7', on)).toBeUndefined()
    expect(recall('nomination.8', shelf(new Map([['shishi.draft.nomination.8', '{broken']])))).toBeUndefined()
  })

  it('does no harm where storage is full or forbidden', () => {
    const full: Shelf = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
      removeItem: () => undefined,
    }
    expect(() => keep('nomination.7', kept, full)).not.toThrow()
    expect(recall('nomination.7', undefined)).toBeUndefined()
  })
})
