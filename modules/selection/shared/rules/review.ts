import { z } from 'zod'
import type { ChecklistAnswer } from './facts.ts'
import { rule } from './rule.ts'

const items = z.strictObject({
  items: z
    .array(z.looseObject({ key: z.string() }))
    .min(1)
    .describe('清单各条'),
})

/** Every item of a checklist has a person's answer, yes or no: the machine only asks (推荐条件审核). */
export const checklistAnswered = rule({
  scope: 'nomination',
  needs: 'page',
  params: items,
  variables: ['m'],
  check: ({ nomination: { checklist } }, params) => unanswered(checklist, params),
})

/** The same for a list that concerns the unit's work as a whole (工作要求). */
export const unitChecklistAnswered = rule({
  scope: 'unit',
  needs: 'page',
  params: items,
  variables: ['m'],
  check: ({ unit: { checklist } }, params) => unanswered(checklist, params),
})

function unanswered(checklist: ChecklistAnswer[], params: z.infer<typeof items>) {
  const left = params.items.filter(({ key }) => !checklist.some(({ item }) => item === key))
  return left.length > 0 ? [{ path: `checklist.${left[0]!.key}`, values: { m: left.length } }] : []
}

/** No expert scores a nominee of the expert's own unit (回避). */
export const expertRecused = rule({
  scope: 'campaign',
  needs: 'server',
  params: z.strictObject({}),
  variables: ['专家'],
  check: ({ campaign: { experts, list } }) =>
    experts
      .filter(({ recused }) => !recused)
      .flatMap(({ nomination: id, expert, expertUnit }) =>
        list
          .filter(({ id: own, unit }) => own === id && unit.name === expertUnit)
          .map(nomination => ({ nomination, values: { 专家: expert } })),
      ),
})

/** Every name on the list has been scored by enough experts. */
export const scoredByExperts = rule({
  scope: 'campaign',
  needs: 'server',
  params: z.strictObject({ least: z.int().positive() }),
  variables: ['n', '下限'],
  check: ({ campaign: { experts, list } }, { least }) =>
    list
      .map(nomination => ({ nomination, n: scoresOf(nomination.id, experts) }))
      .filter(({ n }) => n < least)
      .map(({ nomination, n }) => ({ nomination, values: { n, 下限: least } })),
})

function scoresOf(id: string, experts: { nomination: string; score?: number; recused?: boolean }[]): number {
  return experts.filter(seat => seat.nomination === id && seat.score !== undefined && !seat.recused).length
}
