import type { Category, ElectionDocument } from './document.ts'
import type { Choices } from './record.ts'

export type ChoiceFlaw = { category: string; message: string }

/**
 * What is wrong with a ballot's choices, category by category, in the voter's words; none when it may be cast.
 * The same function runs under the finger and at the door of the server.
 */
export const choiceFlaws = (rules: Pick<ElectionDocument, 'categories'>, choices: Choices): ChoiceFlaw[] =>
  choices.length === rules.categories.length
    ? rules.categories.flatMap((category, at) => {
        const message = flawOf(category, choices[at]!)
        return message ? [{ category: category.key, message }] : []
      })
    : [{ category: '', message: '选票不完整，请刷新页面后再投。' }]

/** Numbers on the list of a category; made once for a frozen document, whose categories stay the same objects. */
const numbers = new WeakMap<Category, ReadonlySet<number>>()
const numbersOf = (category: Category): ReadonlySet<number> => {
  const known = numbers.get(category) ?? new Set(category.candidates.map(({ no }) => no))
  numbers.set(category, known)
  return known
}

const flawOf = (category: Category, chosen: number[]): string | undefined => {
  const known = numbersOf(category)
  if (chosen.some(no => !known.has(no))) return `“${category.name}”里有不在候选名单上的选项，请刷新页面后再投。`
  if (chosen.some((no, at) => at > 0 && no <= chosen[at - 1]!)) return `“${category.name}”里有重复的选项。`
  if (chosen.length === 0 && category.blank) return undefined
  if (chosen.length >= category.min && chosen.length <= category.max) return undefined
  return `“${category.name}”须选${range(category)}名${category.blank ? '或者不选' : ''}，您选了${chosen.length}名。`
}

const range = ({ min, max }: Category) => (min === max ? `${min}` : `${min}—${max}`)
