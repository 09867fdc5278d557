import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import type { FaultCode, PlanFault, PlanPath } from './flaw.ts'

/** The most bytes one file of a plan may have. */
export const MAX_BYTES = 1_000_000

/** The deepest nesting taken; a plan with its forms has about twelve levels. */
const MAX_DEPTH = 60

/** After the first few faults of syntax the rest follow from them. */
const MOST_SYNTAX_FAULTS = 20

/** One file of a plan, parsed, with the positions of everything in it. */
export type YamlFile = { name: string; value: unknown; document: Document; lines: LineCounter }

type Opened = { file?: YamlFile; faults: PlanFault[] }

/** Parses one file. Never throws: what cannot be read comes back as faults. */
export function openYaml(name: string, text: string): Opened {
  const fault = (code: FaultCode, message: string, advice: string, line = 1, column = 1): Opened => ({
    faults: [{ file: name, line, column, path: [], code, message, advice }],
  })
  if (new TextEncoder().encode(text).length > MAX_BYTES) {
    return fault('too-large', `${name} 超过 1 MB，不予读取`, '方案文件通常只有几十 KB，请检查是否误放了其他内容。')
  }
  const tooDeep = fault('too-deep', `${name} 层层嵌套太深，不予读取`, '方案不需要这样深的嵌套，请检查括号和缩进。')
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
    if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return tooDeep
    if (document.errors.length > 0) {
      return { faults: document.errors.slice(0, MOST_SYNTAX_FAULTS).map(error => syntaxFault(name, error, lines)) }
    }
    const value = document.toJS({ maxAliasCount: 200 })
    if (value === null || value === undefined) return fault('empty', `${name} 是空的`, '请写入内容，或从已有方案复制。')
    if (deeperThan(value, MAX_DEPTH)) return tooDeep
    return { file: { name, value, document, lines }, faults: [] }
  } catch (error) {
    if (error instanceof RangeError) return tooDeep
    if (error instanceof ReferenceError && /alias count/i.test(error.message)) {
      return fault('aliases', `${name} 中的引用（* 别名）展开后过多，不予读取`, '请把重复引用的内容直接写出。')
    }
    return fault('syntax', `${name} 无法读取`, '请检查 YAML 写法。')
  }
}

function deeperThan(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return false
  return depth === 0 || Object.values(value).some(inner => deeperThan(inner, depth - 1))
}

const syntaxWords: Record<string, [FaultCode, string, string]> = {
  DUPLICATE_KEY: ['duplicate-key', '同一处把一个键写了两次', '删去重复的一行，或把内容合并。'],
  TAB_AS_INDENT: ['syntax', '缩进用了制表符（Tab）', '改用空格缩进。'],
  BAD_INDENT: ['syntax', '缩进不齐', '同一层的各行应左对齐，下一层多缩进两格。'],
  MULTILINE_IMPLICIT_KEY: ['syntax', '键没有写完整', '检查这一行是否缺少冒号和空格，或引号没有配对。'],
  MISSING_CHAR: ['syntax', '缺少引号、括号或逗号', '检查这一行的引号和括号是否成对。'],
  BLOCK_IN_FLOW: ['syntax', '大括号或方括号没有配对', '检查上一行的 { } 和 [ ]。'],
  BAD_ALIAS: ['syntax', '引用（* 别名）写法不对', '值以 * 开头时请加引号。'],
}

function syntaxFault(name: string, error: { code: string; pos: [number, number] }, lines: LineCounter): PlanFault {
  const [code, message, advice] = syntaxWords[error.code] ?? [
    'syntax',
    'YAML 写法有误',
    '检查这一行的冒号、引号、括号和缩进。',
  ]
  const { line, col } = lines.linePos(error.pos[0])
  return { file: name, line, column: col, path: [], code, message, advice }
}

/** Line and column of what stands at `path`, or of the nearest thing above it. `onKey` points at the key itself. */
export function positionOf(file: YamlFile, path: PlanPath, onKey = false): { line: number; column: number } {
  let node: unknown = file.document.contents
  let offset = startOf(node) ?? 0
  path.forEach((segment, index) => {
    const inside = resolve(file, node)
    const pair = isMap(inside) ? inside.items.find(item => keyOf(item) === String(segment)) : undefined
    node = pair ? pair.value : isSeq(inside) ? inside.items[Number(segment)] : undefined
    const atKey = pair && (onKey && index === path.length - 1 ? true : startOf(node) === undefined)
    offset = (atKey ? startOf(pair.key) : startOf(node)) ?? offset
  })
  const { line, col } = file.lines.linePos(offset)
  return { line, column: col }
}

function resolve(file: YamlFile, node: unknown): unknown {
  return isAlias(node) ? node.resolve(file.document) : node
}

const keyOf = (pair: Pair) => (isScalar(pair.key) ? String(pair.key.value) : undefined)

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0]
