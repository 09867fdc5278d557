import type { PlanChange, PlanPath } from '../../../shared/index.ts'
import { titleOf } from '../form/plan-forms.ts'
import { choiceWords } from '../schema/enum-words.ts'
import { labelOf } from '../schema/labels.ts'

/** A change as people read it: where, what was, what is. */
export type ChangeWords = { where: string; kind: '新增' | '删去' | '改为'; before?: string; after?: string }

const kinds = { added: '新增', removed: '删去', changed: '改为' } as const

/** Puts a change into words; `plan` gives list members their names. */
export const changeWords = ({ path, kind, before, after }: PlanChange, plan: unknown): ChangeWords => ({
  where: whereWords(path, plan),
  kind: kinds[kind],
  ...(kind !== 'added' && { before: valueWords(before, path) }),
  ...(kind !== 'removed' && { after: valueWords(after, path) }),
})

/** The place of a field in words; members of lists by their titles. */
export const whereWords = (path: PlanPath, plan: unknown): string => {
  const words: string[] = []
  const named: string[] = []
  let at: unknown = plan
  for (const segment of path) {
    const name = String(segment)
    if (Array.isArray(at) && name !== '#order') {
      at = typeof segment === 'number' ? at[segment] : at.find(item => item?.key === segment || item?.id === segment)
      words.push(`“${short(titleOf(at) ?? ordinal(segment))}”`)
    } else {
      named.push(name)
      words.push(labelOf(named))
      at = (at as Record<string, unknown> | null | undefined)?.[name]
    }
  }
  return words.join(' ')
}

const ordinal = (segment: string | number) => (typeof segment === 'number' ? `第${segment + 1}项` : segment)

const valueWords = (value: unknown, path: PlanPath): string => {
  if (value === null || value === undefined) return '未定'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return choiceWords(String(path.at(-1)), value)
  if (Array.isArray(value))
    return value.map(item => short(titleOf(item) ?? valueWords(item, path))).join('、') || '（空）'
  if (typeof value !== 'object') return String(value)
  return (
    titleOf(value) ??
    Object.entries(value)
      .map(([name, inner]) => `${labelOf([...path, name])}：${valueWords(inner, [name])}`)
      .join('，')
  )
}

const MOST = 40
const short = (words: string) => (words.length > MOST ? `${words.slice(0, MOST)}…` : words)
