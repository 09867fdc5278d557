import type { ExpenseKind, Programme } from './programme.ts'

export type MoneyLine = { kind: string; item: string; fen: number }
export type LineFinding = { path: string; severity: 'block' | 'warning'; message: string; rule: string }

/** The sum of the lines in fen. */
export const sumFen = (lines: readonly { fen: number }[]): number => lines.reduce((sum, { fen }) => sum + fen, 0)

/** Text as a search sees it: full width made half, no spaces, no signs put between the letters of a word. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{White_Space}\p{P}\p{S}\p{Cf}\p{M}]/gu, '')

/** The first forbidden word that stands in an item, without those that only contain one. */
export const wordIn = (kind: ExpenseKind, item: string): string | undefined => {
  const harmless = kind.except.reduce((text, phrase) => text.replaceAll(bare(phrase), '|'), bare(item))
  return kind.words.find(word => harmless.includes(bare(word)))
}

/**
 * What is wrong in lines of a budget or of expenses (R004-05, -06, -08): a kind that the money is not for, and a
 * forbidden one under another's name, as a wage among the materials. Paths are `lines.{index}.kind` or `.item`.
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
    .flatMap(forbidden => {
      const word = wordIn(forbidden, line.item)
      if (word === undefined) return []
      const message = `“${line.item.trim()}”中的“${word}”看起来是${forbidden.name}。${refusalOf(forbidden)}`
      return [{ path: `${path}.item`, severity: forbidden.hidden, message, rule: ruleOf(forbidden) }]
    })
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
