import type { Result, Rules } from '../shared/index.ts'

/** Counts listed apart, by their place in the document. */
export type Group = { name: string; at: number }

export const sum = (counts: number[]) => counts.reduce((all, each) => all + each, 0)

/** Fewer than this and a group's counts could tell who voted how. */
export const leastShown = 5

/** All groups or none: one that is left out could be worked out from the others. */
export const shownGroups = ({ groups }: Pick<Rules, 'groups'>, { keys }: Result): Group[] => {
  const counted = groups.map(({ key }) => sum(keys.filter(({ group }) => group === key).map(each => each.counted)))
  const tooSmall = counted.some(count => count > 0 && count < leastShown)
  return tooSmall || groups.length < 2 ? [] : groups.map(({ name }, at) => ({ name, at }))
}

/** “程序批量投票2张，不在投票范围1张”, “没有” */
export const voidedWords = ({ voidReasons }: Pick<Rules, 'voidReasons'>, { voided }: Result): string =>
  voided
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => `${voidReasons.find(each => each.code === code)?.name ?? code}${count}张`)
    .join('，') || '没有'

/** “6人，收到选票7张，其中改票替代1张” */
export const turnoutWords = ({ keys, accepted, superseded }: Result): string =>
  `${sum(keys.map(({ used }) => used))}人，收到选票${accepted}张，其中改票替代${superseded}张`

/** The groups’ shares, and the count before ballots were voided where that was another. */
export const besides = ({ after, before }: { after: number[]; before: number[] }, groups: Group[]): string[] => [
  ...(groups.length > 0 ? [groups.map(({ name, at }) => `${name}${after[at] ?? 0}`).join('，')] : []),
  ...(sum(before) === sum(after) ? [] : [`作废前${sum(before)}`]),
]
