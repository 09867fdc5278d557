import { type Hidden, hiddenIn } from './hidden.ts'
import type { ExpenseKind, Programme } from './programme.ts'

export type MoneyLine = { kind: string; item: string; quantity?: string; fen: number }
export type LineFinding = { path: string; severity: 'block' | 'warning'; message: string; rule: string }

/** The sum of the lines in fen. */
export const sumFen = (lines: readonly { fen: number }[]): number => lines.reduce((sum, { fen }) => sum + fen, 0)

/**
 * What is wrong in lines of a budget or of expenses (R004-05, -06, -08): a kind that the money is not for, and a
 * forbidden one under another's name, as a wage among the materials. Paths are `lines.{index}.kind`, `.item`, `.quantity`.
 */
export const lineFindings = (
  programme: Pick<Programme, 'expenseKinds'>,
  lines: readonly MoneyLine[],
  list = 'lines',
): LineFinding[] => lines.flatMap((line, index) => findingsOf(programme, line, `${list}.${index}`))

const findingsOf = (
  { expenseKinds }: Pick<Programme, 'expenseKinds'>,
  line: MoneyLine,
  path: string,
): LineFinding[] => {
  const kind = expenseKinds.find(({ key }) => key === line.kind)
  const stop = (message: string, rule: string): LineFinding[] => [
    { path: `${path}.kind`, severity: 'block', message, rule },
  ]
  if (!kind) return stop(`“${line.kind || '未选类别'}”不在专项经费支出范围。`, 'R004-05')
  if (!kind.allowed) return stop(refusalOf(kind), ruleOf(kind))
  return expenseKinds
    .filter(({ allowed }) => !allowed)
    .flatMap(forbidden => hiddenIn(forbidden, line).map(found => findingOf(forbidden, line, found, path)))
}

const findingOf = (forbidden: ExpenseKind, line: MoneyLine, { field, word, sure }: Hidden, path: string) => {
  const severity = sure ? forbidden.hidden : 'warning'
  const looks = sure ? `看起来是${forbidden.name}` : `可能是${forbidden.name}，请核对`
  const advice = severity === 'block' ? '确是买材料、工具的，请只写品名。' : ''
  const message = `“${line[field]!.trim()}”中的“${word}”${looks}。${refusalOf(forbidden)}${advice}`
  return { path: `${path}.${field}`, severity, message, rule: ruleOf(forbidden) }
}

const refusalOf = ({ name, refusal }: ExpenseKind): string => refusal ?? `“${name}”不在专项经费支出范围。`

/** A kind that is stopped under any name is the wage. */
const ruleOf = ({ hidden }: ExpenseKind): string => (hidden === 'block' ? 'R004-06' : 'R004-08')

const AMOUNT = /^(\d{1,10}|\d{1,3}(,\d{3}){1,3})(\.(\d{1,2}))?$/

/**
 * An amount in yuan as it is typed ('1,234.5', '１２００元', '¥ 200') as whole fen; undefined for everything else: more
 * than two decimals, a sign, an exponent, a comma in the wrong place.
 */
export const parseYuan = (typed: string): number | undefined => {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s，]/g, sign => (sign === '，' ? ',' : ''))
    .replace(/^[¥￥]|元$/g, '')
  const match = AMOUNT.exec(text)
  if (!match) return undefined
  const [whole, part] = [match[1]!.replaceAll(',', ''), (match[4] ?? '').padEnd(2, '0')]
  return Number(whole) * 100 + Number(part)
}
