import type { z } from 'zod'
import type { FaultCode, Flaw, PlanPath } from './flaw.ts'
import { keysAllowedAt } from './json-schema.ts'
import { nearest } from './nearest.ts'

type Issue = z.core.$ZodIssue

/** A fault that may point at the key rather than at its value. */
export type Worded = Flaw & { onKey?: boolean }

/** Says in Chinese what zod found; one issue may hold several faults. */
export function wordsFor(issue: Issue, whole: unknown): Worded[] {
  const path = issue.path as PlanPath
  switch (issue.code) {
    case 'custom':
      return [custom(issue, path)]
    case 'unrecognized_keys':
      return issue.keys.map(name => unknownKey(whole, path, name))
    case 'invalid_type':
      return [wrongType(issue.expected, whole, path)]
    case 'invalid_value':
      return [wrongValue(issue.values.map(String), whole, path)]
    case 'invalid_format':
      return [fixed(issue.message, path)]
    case 'too_small':
    case 'too_big':
      return [outOfRange(issue, path)]
    case 'invalid_union':
      return union(issue, whole, path)
    case 'invalid_key':
      return [fixed('key', path)]
    default:
      return [{ path, code: 'wrong-value', message: '写法不对', advice: '请对照方案格式说明核对这一处。' }]
  }
}

const tokens: Record<string, [FaultCode, string, string]> = {
  key: ['bad-key', '代号只能用小写字母、数字和连字符，且以小写字母开头', '例如 county、top-member。'],
  'day-format': ['date-format', '日期写法不对', '写成 2021-12-30 的样子，月和日各两位。'],
  'day-impossible': ['impossible-date', '没有这一天', '请核对月份和日期。'],
  'region-code': ['region-code', '行政区划代码应为六位数字', "加引号写六位代码，如 '410300'。"],
}

function fixed(token: string, path: PlanPath): Worded {
  const [code, message, advice] = tokens[token] ?? ['wrong-value', '写法不对', '请对照方案格式说明核对这一处。']
  return { path, code, message, advice }
}

function custom(issue: Issue & { code: 'custom' }, path: PlanPath): Worded {
  const { code, advice } = (issue.params ?? {}) as Partial<Pick<Flaw, 'code' | 'advice'>>
  if (code) return { path, code, message: issue.message, advice: advice ?? '' }
  return tokens[issue.message]
    ? fixed(issue.message, path)
    : { path, code: 'wrong-value', message: issue.message, advice: '请改正。' }
}

function unknownKey(whole: unknown, path: PlanPath, name: string): Worded {
  const allowed = keysAllowedAt(whole, path)
  const close = nearest(name, allowed)
  const advice = close
    ? `是否应为 ${close}？`
    : allowed.length
      ? `这里可以写：${allowed.join('、')}。`
      : '请删去这一行。'
  return { path: [...path, name], code: 'unknown-key', message: `不认识的键 ${name}`, advice, onKey: true }
}

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '由“键: 值”组成的一组内容',
  record: '由“键: 值”组成的一组内容',
}

function wrongType(expected: string, whole: unknown, path: PlanPath): Worded {
  const last = path.at(-1)
  if (valueAt(whole, path) === undefined && typeof last === 'string') {
    const advice = `在这里加一行 ${last}: ……（应为${typeNames[expected] ?? expected}）。`
    return { path, code: 'missing-key', message: `缺少 ${last}`, advice }
  }
  const message = `${last === undefined ? '整个文件' : `${last} `}应为${typeNames[expected] ?? expected}`
  return {
    path,
    code: 'wrong-type',
    message,
    advice: expected === 'string' ? '数字或 true/false 要当文字用时请加引号。' : '请改正写法。',
  }
}

function wrongValue(values: string[], whole: unknown, path: PlanPath): Worded {
  const value = valueAt(whole, path)
  if (value === undefined) return wrongType('string', whole, path)
  const close = typeof value === 'string' ? nearest(value, values) : undefined
  const advice = close ? `是否应为 ${close}？` : `可以写：${values.join('、')}。`
  return { path, code: 'wrong-value', message: `${String(path.at(-1))} 不能写 ${shown(value)}`, advice }
}

function outOfRange(issue: Issue & { code: 'too_small' | 'too_big' }, path: PlanPath): Worded {
  const small = issue.code === 'too_small'
  const limit = String(small ? issue.minimum : issue.maximum)
  const unit = { string: '个字', array: '项', set: '项' }[issue.origin as string] ?? ''
  const message = `${String(path.at(-1))} ${small ? (issue.inclusive === false ? '应大于' : '不得少于') : '不得超过'}${limit}${unit}`
  return { path, code: 'out-of-range', message, advice: '请改正。' }
}

/** Of a union the branch that the writer most likely meant: the one that went wrong deepest inside, then with fewest faults. */
function union(issue: Issue & { code: 'invalid_union' }, whole: unknown, path: PlanPath): Worded[] {
  const value = valueAt(whole, path)
  if (value === undefined) return [wrongType('object', whole, path)]
  const depth = (branch: readonly Issue[]) => Math.min(...branch.map(one => one.path.length))
  const [best] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)
  if (best?.length && depth(best) > 0) {
    return best.flatMap(one => wordsFor({ ...one, path: [...path, ...one.path] } as Issue, whole))
  }
  const options = issue.errors.flat().flatMap(one => (one.code === 'invalid_value' ? one.values.map(String) : []))
  const close = typeof value === 'string' ? nearest(value, options) : undefined
  const advice = close
    ? `是否应为 ${close}？`
    : options.length
      ? `可以写：${[...new Set(options)].join('、')}。`
      : '请对照方案格式说明核对这一处。'
  return [{ path, code: 'wrong-value', message: `${String(path.at(-1))} 的写法不对`, advice }]
}

function valueAt(whole: unknown, path: PlanPath): unknown {
  return path.reduce<unknown>(
    (value, segment) => (value as Record<string | number, unknown> | null | undefined)?.[segment],
    whole,
  )
}

const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 40)}……` : text
}
