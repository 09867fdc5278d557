import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '#platform/http/shared/problem.ts'
import { AGAIN_MS, autosave, PAUSE_MS } from './autosave.ts'
import { unreachable } from './reply.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A draft over a server that answers each save in turn: with its next revision, or with a refusal. */
const draftOver = (...answers: Problem[]) => {
  const sent: [string, number][] = []
  const loop = autosave<string, number>(() => ({
    value: '原文',
    revision: 1,
    save: async (value, revision) => {
      sent.push([value, revision])
      const refusal = answers.shift()
      if (refusal) throw refusal
      return revision + 1
    },
    theirs: current => current as { value: string; revision: number },
  }))
  return { loop, sent, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) }
}
const conflicting = () =>
  new Problem('version.conflict', '别人也改了', { status: 409, current: { value: '别人的', revision: 7 } })

describe('a draft that saves itself', () => {
  it('sends what was typed last, once, a moment after the last change', async () => {
    const { loop, sent, pass } = draftOver()
    loop.change('一')
    await pass(PAUSE_MS - 1)
    loop.change('一二')
    await pass(PAUSE_MS - 1)
    expect([sent, loop.view().state.kind]).toEqual([[], 'unsaved'])
    await pass(1)
    expect([sent, loop.view().state.kind, loop.view().revision]).toEqual([[['一二', 1]], 'saved', 2])
    await pass(60_000)
    expect(sent).toHaveLength(1)
  })

  it('sends nothing on demand where nothing was typed, and says that all is saved', async () => {
    const { loop, sent } = draftOver()
    expect([await loop.saveNow(), sent]).toEqual([true, []])
  })

  it('is never sent twice at a time; what was typed meanwhile follows on the new revision', async () => {
    const { loop, sent } = draftOver()
    loop.change('一')
    const first = loop.saveNow()
    loop.change('一二')
    expect([await first, await loop.saveNow()]).toEqual([false, true])
    expect(sent).toEqual([
      ['一', 1],
      ['一二', 2],
    ])
  })

  it('is sent when the page is left', async () => {
    const { loop, sent, pass } = draftOver()
    const leave = loop.begin()
    loop.change('一')
    leave()
    await pass(0)
    expect(sent).toEqual([['一', 1]])
  })
})

describe('a draft that could not be saved', () => {
  it('is sent again by itself while the server cannot be reached', async () => {
    const { loop, sent, pass } = draftOver(unreachable(), unreachable())
    loop.change('一')
    expect([await loop.saveNow(), loop.view().state.kind]).toEqual([false, 'offline'])
    await pass(2 * AGAIN_MS)
    expect([sent.length, loop.view().state.kind]).toEqual([3, 'saved'])
  })

  it('says why it was refused and waits for a change', async () => {
    const { loop, sent, pass } = draftOver(new Problem('invalid', '标题不超过200字', { status: 422 }))
    loop.change('一')
    await pass(60_000)
    expect([sent.length, loop.view().state]).toEqual([1, { kind: 'refused', reason: '标题不超过200字' }])
    loop.change('二')
    await pass(PAUSE_MS)
    expect(loop.view().state.kind).toBe('saved')
  })

  it('keeps both versions of a conflict and sends nothing until one is chosen', async () => {
    const { loop, sent, pass } = draftOver(conflicting())
    loop.change('我的')
    await pass(PAUSE_MS)
    expect(loop.view().conflict).toEqual({ mine: '我的', theirs: '别人的', theirRevision: 7 })
    loop.change('我的二')
    await pass(60_000)
    expect([sent.length, loop.view().value, await loop.saveNow()]).toEqual([1, '我的二', false])
    loop.resolve('合起来的')
    await pass(0)
    expect([sent[1], loop.view().state.kind, loop.view().conflict]).toEqual([['合起来的', 7], 'saved', undefined])
  })

  it('takes over a newer version only while nothing is unsaved', () => {
    const { loop } = draftOver()
    loop.adopt('更新的', 2)
    loop.adopt('更旧的', 1)
    expect([loop.view().value, loop.view().revision]).toEqual(['更新的', 2])
    loop.change('我的')
    loop.adopt('更新的', 3)
    expect(loop.view().value).toBe('我的')
  })
})
