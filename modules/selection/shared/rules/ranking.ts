import { z } from 'zod'
import { rule } from './rule.ts'

/**
 * The numbers of a 排序表 are 1 to n, each once, every nominee present. The binding's `category` says which categories
 * one table holds: two categories that share a sheet are numbered through.
 */
export const rankIsPermutation = rule({
  scope: 'unit',
  needs: 'page',
  params: z.strictObject({}),
  variables: ['n'],
  check: ({ unit: { nominations } }) => {
    const ranks = nominations.map(({ rank }) => rank ?? 0).sort((a, b) => a - b)
    return ranks.every((rank, index) => rank === index + 1) ? [] : [{ path: 'ranking', values: { n: ranks.length } }]
  },
})

/** Every nominee was put up by a branch's vote (以党支部为单位推选). */
export const branchVoteRecorded = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({}),
  variables: [],
  check: ({ nomination: { branchVotes } }) =>
    branchVotes.some(({ branch, present, votes }) => branch !== '' && votes > 0 && votes <= present)
      ? []
      : [{ path: 'branchVotes' }],
})
