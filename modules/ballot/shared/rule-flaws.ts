import type { Category, Rules } from './document.ts'

/** Why these rules cannot be frozen, in the words of whoever writes them; none when they can. */
export const ruleFlaws = (rules: Rules): string[] => [
  ...(rules.opensAt < rules.closesAt ? [] : ['截止时间须晚于开始时间。']),
  ...repeated('分组', rules.groups),
  ...repeated('类别', rules.categories),
  ...repeatedText(
    '作废理由',
    rules.voidReasons.map(({ code }) => code),
  ),
  ...repeatedText('见证方', rules.witnesses),
  ...(rules.groups.some(({ key }) => key === rules.eligibility.defaultGroup) ? [] : ['默认分组不在分组名单里。']),
  ...rules.categories.flatMap(categoryFlaws),
  ...numberFlaws(rules.categories),
]

const repeated = (what: string, items: { key: string }[]) =>
  repeatedText(
    what,
    items.map(({ key }) => key),
  )

const repeatedText = (what: string, texts: string[]) =>
  new Set(texts).size === texts.length ? [] : [`${what}的代号有重复。`]

const categoryFlaws = ({ name, min, max, candidates }: Category): string[] => {
  if (min > max) return [`“${name}”最少选${min}名，多于最多的${max}名。`]
  if (max > candidates.length) return [`“${name}”最多可选${max}名，但只有${candidates.length}名候选对象。`]
  return []
}

/** Numbers rise through the whole document, so that one number is one candidate. */
const numberFlaws = (categories: Category[]): string[] => {
  const numbers = categories.flatMap(({ candidates }) => candidates.map(({ no }) => no))
  return numbers.every((no, at) => at === 0 || no > numbers[at - 1]!)
    ? []
    : ['候选对象的编号须从前到后递增，不得重复。']
}
