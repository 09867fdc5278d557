import { describe, expect, it } from 'vitest'
import { createLog, type LogLevel } from './log.ts'

const written = (level: LogLevel, act: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] => {
  const lines: string[] = []
  act(createLog(level, line => lines.push(line)))
  return lines.map(line => {
    const { at, ...rest } = JSON.parse(line)
    expect(Temporal.Instant.from(at).toString()).toEqual(at)
    return rest
  })
}

describe('the log', () => {
  it('writes one JSON object a line, from its level on', () => {
    const lines = written('warn', log => {
      log.info('too quiet')
      log.warn('heard', { count: 2, big: 5n })
      log.setLevel('info')
      log.info('heard now')
      log.setLevel('silent')
      log.error('nothing')
    })
    expect(lines).toEqual([
      { level: 'warn', message: 'heard', count: 2, big: '5' },
      { level: 'info', message: 'heard now' },
    ])
  })

  it('hides secrets and personal data at any depth', () => {
    const fields = {
      user: { password: 'p', idNumber: '410…', phone: '138…' },
      list: [{ session_token: 't', name: 'n' }],
    }
    expect(written('debug', log => log.debug('x', fields))).toEqual([
      {
        level: 'debug',
        message: 'x',
        user: { password: '[hidden]', idNumber: '[hidden]', phone: '[hidden]' },
        list: [{ session_token: '[hidden]', name: 'n' }],
      },
    ])
  })

  it('tells an error with its cause, and not the row that PostgreSQL quotes', () => {
    const cause = Object.assign(new Error('duplicate'), { code: '23505', detail: 'Key (name)=(王某)', stack: 's' })
    const error = Object.assign(new Error('failed', { cause }), { stack: 's' })
    expect(written('error', log => log.error('x', { error }))).toEqual([
      {
        level: 'error',
        message: 'x',
        error: {
          name: 'Error',
          message: 'failed',
          stack: 's',
          cause: { name: 'Error', message: 'duplicate', code: '23505', stack: 's' },
        },
      },
    ])
  })

  it('survives a circle', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(written('error', log => log.error('x', circle))).toHaveLength(1)
  })
})
