import { describe, expect, it } from 'vitest'
import { Problem } from '#platform/http/shared/problem.ts'
import { signatureShelf, type WaitingSignature } from '../signatures/kept.ts'
import { outbox, type Sending } from './outbox.ts'
import type { By, Shelf } from './waiting.ts'

type Send = (one: WaitingSignature, sending: Sending<WaitingSignature>) => Promise<unknown>

const by = { accountId: 1, postId: 10 }
const colleague = { accountId: 2, postId: 20 }
const written = (head: string, more: Partial<WaitingSignature> = {}): WaitingSignature => ({
  ...{ projectId: 7, head, household: { head, door: '3组3号', phone: null }, ink: [] },
  ...{ deviceAt: `2026-03-02T0${head.length}:00:00Z`, key: `key-${head}`, by },
  ...more,
})

/** A browser's storage; `full` refuses to keep anything more. */
const storage = (full = false): Shelf<WaitingSignature> => {
  const kept = new Map<string, string>([['shishi.other', '{}']])
  return signatureShelf(() => ({
    get length() {
      return kept.size
    },
    key: at => [...kept.keys()][at] ?? null,
    getItem: name => kept.get(name) ?? null,
    setItem: (name, value) => {
      if (full) throw new Error('QuotaExceededError')
      kept.set(name, value)
    },
    removeItem: name => kept.delete(name),
  }))
}

/** A window of the desk on a storage, which has read it; in the browser somebody is signed in. */
const opened = async (shelf: Shelf<WaitingSignature>, send: Send = async () => {}, signedIn: By | 'nobody' = by) => {
  const isSignedIn = async ({ accountId }: By) => {
    if (signedIn === 'nobody') throw new Problem('session.missing', '请先登录。', { status: 401 })
    return signedIn.accountId === accountId
  }
  const box = outbox({ kind: 'test', shelf, send, isSignedIn })
  await box.reread()
  return box
}
const fails = (status: number, code = `http.${status}`) => Promise.reject(new Problem(code, '没有接收', { status }))
const heads = (box: { all: () => readonly WaitingSignature[] }) => box.all().map(({ head }) => head)
const keptOn = async (shelf: Shelf<WaitingSignature>) => (await shelf.read()).map(({ head }) => head)

describe('what waits', () => {
  it('is sent once each, of every project, and is then no longer kept', async () => {
    const shelf = storage()
    const sent: string[] = []
    const box = await opened(shelf, async ({ key }) => sent.push(key))
    await box.add(written('张福'))
    await box.add(written('李桂花', { projectId: 8 }))
    await Promise.all([box.flush(by), box.flush(by)])
    await box.flush(by)
    expect([sent, box.all(), await keptOn(shelf)]).toEqual([['key-张福', 'key-李桂花'], [], []])
  })

  it.each([
    [0, 'network.unreachable'],
    [401, 'session.missing'],
    [429, 'upload.many'],
    [409, 'upload.offset'],
    [400, 'file.cut'],
    [500, 'http.500'],
    [503, 'http.503'],
  ])('waits on after a failure that refuses nothing (%s %s), and outlives the window', async (status, code) => {
    const shelf = storage()
    const box = await opened(shelf, () => fails(status, code))
    await box.add(written('张福'))
    expect([await box.flush(by), heads(box)]).toEqual([0, ['张福']])
    const sent: string[] = []
    const reopened = await opened(shelf, async ({ head }) => sent.push(head))
    expect([await reopened.flush(by), sent]).toEqual([1, ['张福']])
  })

  it('tells why it was refused, is kept until somebody sends it again or gives it up, and holds up no other', async () => {
    const shelf = storage()
    let refusing = true
    const box = await opened(shelf, async ({ head }) => (head === '张福' && refusing ? fails(409) : head))
    await box.add(written('张福'))
    await box.add(written('李桂花'))
    await box.flush(by)
    expect((await shelf.read()).map(({ head, problem }) => [head, problem])).toEqual([['张福', '没有接收']])
    expect([await box.flush(by), heads(box)]).toEqual([0, ['张福']])
    await box.again('key-张福')
    expect([await box.flush(by), await keptOn(shelf)]).toEqual([1, ['张福']])
    refusing = false
    await box.again('key-张福')
    expect([await box.flush(by), await keptOn(shelf)]).toEqual([1, []])
  })

  it('is sent by whoever collected it, not by the next who signs in on the telephone', async () => {
    const sent: string[] = []
    const box = await opened(storage(), async ({ head }) => sent.push(head), colleague)
    await box.add(written('张福'))
    await box.add(written('李桂花', { by: colleague }))
    expect([await box.flush(colleague), sent, heads(box)]).toEqual([1, ['李桂花'], ['张福']])
  })

  it('does not leave from a window in which somebody still stands who has signed out, or made way for another', async () => {
    for (const signedIn of ['nobody', colleague] as const) {
      const sent: string[] = []
      const box = await opened(storage(), async ({ head }) => sent.push(head), signedIn)
      await box.add(written('张福'))
      expect([await box.flush(by), sent, heads(box)]).toEqual([0, [], ['张福']])
    }
  })

  it('stays in the window where the browser keeps nothing', async () => {
    const box = await opened(storage(true), () => fails(0))
    await box.add(written('张福'))
    await box.reread()
    expect([heads(box), box.isLoose('key-张福')]).toEqual([['张福'], true])
    const other = await opened(storage())
    await other.add(written('张福'))
    expect(other.isLoose('key-张福')).toBe(false)
  })
})

describe('two windows', () => {
  it('see the same: the second drops what the first has sent', async () => {
    const shelf = storage()
    const [first, second] = [await opened(shelf), await opened(shelf)]
    await first.add(written('张福'))
    await second.reread()
    const before = heads(second)
    await first.flush(by)
    await second.reread()
    expect([before, heads(second)]).toEqual([['张福'], []])
  })

  it('that send at once send each thing once', async () => {
    const shelf = storage()
    const sent: string[] = []
    const send: Send = async ({ head }) => {
      await new Promise(resolve => setTimeout(resolve, 5))
      sent.push(head)
    }
    const windows = [await opened(shelf, send), await opened(shelf, send)]
    for (const head of ['张福', '李桂花', '王长庚儿']) await windows[0]!.add(written(head))
    await Promise.all(windows.map(window => window.flush(by)))
    expect([sent, await keptOn(shelf)]).toEqual([['张福', '李桂花', '王长庚儿'], []])
  })

  it('agree on what was given up: it is broken off in the other, neither sent on nor kept as refused', async () => {
    const shelf = storage()
    const second = await opened(shelf)
    const send: Send = async ({ head }, { signal, note }) => {
      if (head !== '张福') return
      await second.reread()
      await second.drop('key-张福')
      await note({ head: '张福（一半）' })
      expect(signal.aborted).toBe(true)
      return fails(404)
    }
    const first = await opened(shelf, send)
    await first.add(written('张福'))
    await first.add(written('李桂花'))
    await first.flush(by)
    expect([heads(first), await keptOn(shelf)]).toEqual([[], []])
  })

  it('take up what the other has noted of how far it is', async () => {
    const shelf = storage()
    const first = await opened(shelf, async (_, { note }) => {
      await note({ ink: [], head: '张福（一半）' })
      return fails(0)
    })
    await first.add(written('张福'))
    await first.flush(by)
    const seen: string[] = []
    const second = await opened(shelf, async ({ head }) => seen.push(head))
    await second.flush(by)
    expect(seen).toEqual(['张福（一半）'])
  })
})
