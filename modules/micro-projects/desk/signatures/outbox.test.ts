import { describe, expect, it } from 'vitest'
import { Problem } from '#platform/http/shared/problem.ts'
import type { Shelf, Waiting } from './kept.ts'
import { signatureOutbox } from './outbox.ts'
import { waitingWords } from './waiting-words.ts'

const by = { accountId: 1, postId: 10 }
const colleague = { accountId: 2, postId: 20 }
const written = (head: string, more: Partial<Waiting> = {}): Waiting => ({
  ...{ projectId: 7, head, household: { head, door: '3组3号', phone: null }, ink: [] },
  ...{ deviceAt: `2026-03-02T0${head.length}:00:00Z`, actKey: `key-${head}`, by },
  ...more,
})

/** A browser's storage; `full` refuses to keep anything more. */
const storage = (full = false): Shelf => {
  const kept = new Map<string, string>([['shishi.other', '{}']])
  return {
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
  }
}

const fails = (status: number) => () => Promise.reject(new Problem(`http.${status}`, '没有接收', { status }))
const heads = (all: readonly Waiting[]) => all.map(({ head }) => head)

describe('signatures that wait', () => {
  it('are sent once each, of every project, and are then no longer kept', async () => {
    const shelf = storage()
    const sent: string[] = []
    const outbox = signatureOutbox(shelf, async ({ actKey }) => sent.push(actKey))
    outbox.add(written('张福'))
    outbox.add(written('李桂花', { projectId: 8 }))
    await Promise.all([outbox.flush(by), outbox.flush(by)])
    await outbox.flush(by)
    expect([sent, outbox.all(), signatureOutbox(shelf, async () => {}).all()]).toEqual([
      ['key-张福', 'key-李桂花'],
      [],
      [],
    ])
  })

  it.each([0, 401, 429, 500, 503])(
    'wait on after a failure that refuses nothing (%s), and outlive the window',
    async status => {
      const shelf = storage()
      const outbox = signatureOutbox(shelf, fails(status))
      outbox.add(written('张福'))
      expect([await outbox.flush(by), heads(outbox.all())]).toEqual([0, ['张福']])
      const sent: string[] = []
      const reopened = signatureOutbox(shelf, async ({ head }) => sent.push(head))
      expect([await reopened.flush(by), sent]).toEqual([1, ['张福']])
    },
  )

  it('tell why they were refused, keep until somebody has read it, and hold up no other', async () => {
    const shelf = storage()
    const send = async ({ head }: Waiting) => (head === '张福' ? fails(409)() : head)
    const outbox = signatureOutbox(shelf, send)
    outbox.add(written('张福'))
    outbox.add(written('李桂花'))
    await outbox.flush(by)
    expect(outbox.all().map(({ head, problem }) => [head, problem])).toEqual([['张福', '没有接收']])
    expect([await outbox.flush(by), heads(signatureOutbox(shelf, send).all())]).toEqual([0, ['张福']])
    outbox.drop('key-张福')
    expect(signatureOutbox(shelf, send).all()).toEqual([])
  })

  it('are sent by whoever collected them, not by the next who signs in on the telephone', async () => {
    const sent: string[] = []
    const outbox = signatureOutbox(storage(), async ({ head }) => sent.push(head))
    outbox.add(written('张福'))
    outbox.add(written('李桂花', { by: colleague }))
    expect([await outbox.flush(colleague), sent, heads(outbox.all())]).toEqual([1, ['李桂花'], ['张福']])
  })

  it('are seen by a second window, which drops what the first has sent', async () => {
    const shelf = storage()
    const [first, second] = [signatureOutbox(shelf, async () => {}), signatureOutbox(shelf, async () => {})]
    first.add(written('张福'))
    second.reread()
    const before = heads(second.all())
    await first.flush(by)
    second.reread()
    expect([before, second.all()]).toEqual([['张福'], []])
  })

  it('stay in the window where the browser keeps nothing', () => {
    const outbox = signatureOutbox(storage(true), fails(0))
    outbox.add(written('张福'))
    outbox.reread()
    expect([heads(outbox.all()), outbox.isLoose('key-张福')]).toEqual([['张福'], true])
  })
})

it('The sign says what waits, what was refused only when nothing waits, and nothing when all is sent', () => {
  const refused = written('张福', { problem: '没有接收' })
  expect([
    waitingWords([written('李桂花'), refused], 0),
    waitingWords([written('李桂花')], 2),
    waitingWords([refused], 1),
    waitingWords([refused], 0),
    waitingWords([], 0),
  ]).toEqual([
    '还有1户签名等待发送',
    '还有1户签名、2张照片等待发送',
    '还有1张照片等待发送',
    '有1户签名未被接收，请查看',
    undefined,
  ])
})
