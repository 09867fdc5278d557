import { expect, it } from 'vitest'
import type { OwedSheet } from '../../intake/shared/api.ts'
import { owedKinds, owedShown } from './owed-shown.ts'

const sheet = (name: string, reseal: boolean, ...promises: (string | null)[]): OwedSheet => ({
  ...{ nominationId: 1, submissionId: 1, categoryName: '党员服务标兵', unitName: '示例县', name, reseal },
  owed: promises.map(promisedBy => ({ label: '工作单位意见', promisedBy })),
})
const sheets = [sheet('甲', true), sheet('乙', false, '2021-12-28'), sheet('丙', false, '2021-12-30', null)]
const names = (list: OwedSheet[]) => list.map(({ name }) => name)

it('sheets are shown by what they want; a promise is overdue from the day after', () => {
  const shown = (['reseal', 'overdue', 'promised', 'missing', undefined] as const).map(kind =>
    names(owedShown(sheets, kind, '2021-12-29')).join(''),
  )
  expect(shown).toEqual(['甲', '乙', '乙丙', '丙', '甲乙丙'])
})

it('only kinds that there are can be chosen', () => {
  expect(owedKinds(sheets, '2021-12-28').map(({ kind, count }) => [kind, count])).toEqual([
    ['reseal', 1],
    ['promised', 2],
    ['missing', 1],
  ])
})
