import { describe, expect, it } from 'vitest'
import { type Outcome, usualWords } from './decision.ts'

const words = (...outcomes: Outcome[]) => usualWords(outcomes.map(outcome => ({ outcome, comment: '' })))

describe('the usual words of a resolution', () => {
  it('count what was agreed to, what was not, and what was left for the next meeting', () => {
    expect(words('pass', 'pass')).toBe('同意上述项目。')
    expect(words('reject')).toBe('不同意上述项目。')
    expect(words('pass', 'reject')).toBe('同意其中1个项目，1个项目不同意。')
    expect(words('pass', 'later', 'later')).toBe('同意其中1个项目，其余下次会议研究。')
    expect(words('pass', 'reject', 'later')).toBe('同意其中1个项目，1个项目不同意，其余下次会议研究。')
  })

  it('say nothing while nothing is decided', () => {
    expect(words('later', 'later')).toBe('')
  })
})
