import { z } from 'zod'
import { rule } from './rule.ts'

/** The inspecting team is large enough. */
export const teamLargeEnough = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ least: z.int().positive() }),
  variables: ['n', '下限'],
  check: ({ nomination: { inspection } }, { least }) => {
    const n = inspection?.team.length ?? 0
    return n < least ? [{ path: 'inspection.team', values: { n, 下限: least } }] : []
  },
})

/** Nobody inspects a candidate of the own branch (回避). */
export const inspectorsRecused = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({}),
  variables: ['考察人'],
  check: ({ nomination: { inspection } }) =>
    (inspection?.team ?? [])
      .filter(({ branch }) => branch && branch === inspection?.candidateBranch)
      .map(({ name }) => ({ path: 'inspection.team', values: { 考察人: name } })),
})

/** The candidate was visited on site, by the stage's due date (实地考察). */
export const visitedOnSite = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ stage: z.string() }),
  variables: [],
  check: ({ nomination: { inspection }, deadlines }, { stage }) => {
    const visited = inspection?.visitedOn
    const due = deadlines[stage]
    return visited && (!due || visited <= due) ? [] : [{ path: 'inspection.visitedOn' }]
  },
})
