import { z } from 'zod'
import { rule } from './rule.ts'

/** The list holds as many names as the plan's ratio gives (差额), neither more nor fewer. */
export const listMeetsTarget = rule({
  scope: 'campaign',
  needs: 'server',
  params: z.strictObject({}),
  variables: ['n', '应为', '类别'],
  check: ({ campaign: { list, targets } }) =>
    targets
      .map(target => ({ ...target, n: list.filter(({ category }) => category === target.category).length }))
      .filter(({ n, count }) => n !== count)
      .map(({ n, count, categoryName }) => ({ values: { n, 应为: count, 类别: categoryName } })),
})
