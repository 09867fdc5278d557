import { describe, expect, it } from 'vitest'
import { limitedWorker } from './index.ts'

const work = limitedWorker<string, string>({
  script: new URL('./endless.fixture.ts', import.meta.url),
  seconds: 2,
  memoryMb: 32,
  atOnce: 1,
  tooHeavy: () => new Error('too heavy'),
})

describe('a limited thread', () => {
  it('is ended when it takes too much memory or time, and the next has its turn', async () => {
    const asked = ['fill', 'answer', 'run on', 'answer'].map(task => work(task).catch((error: Error) => error.message))
    expect(await Promise.all(asked)).toEqual(['too heavy', 'answered', 'too heavy', 'answered'])
  })

  it('gives its own answer first, also where the server restarts as files change', async () => {
    process.env.WATCH_REPORT_DEPENDENCIES = '1'
    expect(await work('answer')).toEqual('answered')
    delete process.env.WATCH_REPORT_DEPENDENCIES
  })
})
