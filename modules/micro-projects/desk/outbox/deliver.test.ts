import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deliver, pauseAfter } from './deliver.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A post with some letters, of which none leaves while it is `away` from the network. */
class Post {
  letters: number
  away = true
  tries = 0
  private listener = () => {}

  constructor(letters: number) {
    this.letters = letters
  }
  change(by: number) {
    this.letters += by
    this.listener()
  }
  onTheirWay = () => this.letters
  subscribe = (listener: () => void) => {
    this.listener = listener
    return () => {
      this.listener = () => {}
    }
  }
  flush = async () => {
    this.tries += 1
    const settled = this.away ? 0 : this.letters
    this.change(-settled)
    return settled
  }
}

/** How often a post has tried after each of some spans of seconds, one following the other. */
const triesAfter = async (post: Post, spans: number[]) => {
  const tries: number[] = []
  for (const seconds of spans) {
    await vi.advanceTimersByTimeAsync(seconds * 1000)
    tries.push(post.tries)
  }
  return tries
}

describe('the post', () => {
  it('is tried at once and then after pauses that grow, to two minutes', async () => {
    expect([1, 2, 3, 4, 5, 6, 7, 80].map(pauseAfter)).toEqual(
      [5, 10, 20, 40, 80, 120, 120, 120].map(seconds => seconds * 1000),
    )
    const post = new Post(1)
    deliver(post)
    expect(await triesAfter(post, [0, 5, 9, 1, 19, 1])).toEqual([1, 2, 2, 3, 3, 4])
  })

  it('is tried at once again when the network is back, with short pauses as at first', async () => {
    const post = new Post(1)
    const { now } = deliver(post)
    await triesAfter(post, [0, 5, 10, 20])
    await now()
    expect([post.tries, await triesAfter(post, [5, 10])]).toEqual([5, [6, 7]])
  })

  it('rests when nothing is left, and goes at once when something is added', async () => {
    const post = new Post(2)
    post.away = false
    deliver(post)
    expect(await triesAfter(post, [0, 1000])).toEqual([1, 1])
    post.change(1)
    expect([await triesAfter(post, [0, 1000]), post.letters]).toEqual([[2, 2], 0])
  })

  it('stops when the desk is left', async () => {
    const post = new Post(1)
    const { stop } = deliver(post)
    await triesAfter(post, [0])
    stop()
    post.change(1)
    expect(await triesAfter(post, [1000])).toEqual([1])
  })
})
