const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LEVELS)[number]
export type Fields = Record<string, unknown>

/** Fields whose value never reaches a log, wherever they stand: secrets, and what identifies a person. */
const SECRET = /password|secret|token|cookie|authorization|code_?hash|id_?number|id_?card|phone|mobile|address/i
const DEEPEST = 5

/** An error as fields. PostgreSQL's `detail` is left out: it quotes the row. */
const errorFields = (error: Error): Fields => {
  const { code, constraint, table } = error as Error & Fields
  const { name, message, stack, cause } = error
  const all = { name, message, code, table, constraint, stack, cause }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

const presentable = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return '…'
  if (value instanceof Error) return presentable(errorFields(value), depth)
  if (Array.isArray(value)) return value.map(each => presentable(each, depth + 1))
  if ('toJSON' in value) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, SECRET.test(key) ? '[hidden]' : presentable(each, depth + 1)]),
  )
}

export type Write = (line: string) => void

/** A log that writes one JSON object a line: at (real time), level, message, then the fields. */
export const createLog = (level: LogLevel, write: Write) => {
  let lowest = LEVELS.indexOf(level)
  const at =
    (each: LogLevel) =>
    (message: string, fields: Fields = {}) => {
      if (LEVELS.indexOf(each) < lowest) return
      const entry = { at: Temporal.Now.instant().toString(), level: each, message, ...(presentable(fields) as Fields) }
      write(`${JSON.stringify(entry)}\n`)
    }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    /** Nothing below `next` is written from now on. */
    setLevel: (next: LogLevel): void => {
      lowest = LEVELS.indexOf(next)
    },
  }
}

/** The process's log, on stderr; the server sets its level from LOG_LEVEL. */
export const log = createLog('warn', line => process.stderr.write(line))
