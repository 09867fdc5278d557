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

describe('a limited thread for several tasks', () => {
  const many = limitedWorker<string, number>({
    script: new URL('./patient.fixture.ts', import.meta.url),
    ...{ seconds: 2, memoryMb: 32, atOnce: 1, tasks: 3 },
    tooHeavy: () => new Error('too heavy'),
  })
  const asked = async (...tasks: string[]) => {
    const answers: (number | string)[] = []
    for (const task of tasks) answers.push(await many(task).catch((error: Error) => error.message))
    return answers
  }

  it('takes as many as it may, then another begins', async () => {
    const threads = await asked('who', 'who', 'who', 'who')
    expect(threads.slice(0, 3)).toEqual([threads[0], threads[0], threads[0]])
    expect(threads[3]).not.toBe(threads[0])
  })

  it('is not used again once it failed', async () => {
    const [before, heavy, after, next, full, last] = await asked('who', 'run on', 'who', 'who', 'fill', 'who')
    expect([heavy, full]).toEqual(['too heavy', 'too heavy'])
    expect(after).not.toBe(before)
    expect(next).toBe(after)
    expect(last).not.toBe(next)
  })
})
