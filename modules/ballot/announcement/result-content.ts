import type { NoticeContentInput, NoticeItem } from '#kernel/publicity/shared/index.ts'
import { type Category, placed, type Result } from '../shared/index.ts'
import { longTime } from '../site/frame.ts'
import { besides, type Group, shownGroups, sum, turnoutWords, voidedWords } from '../site/result-words.ts'
import { type FrozenElection, grouped, inQuotes } from './content.ts'

/** An election whose result is public. */
export type PublishedElection = FrozenElection & { result: Result }

/**
 * 结果公告: the published counts, ties side by side, and the final head, by which anybody can tell that a record is the
 * one that was counted (B20).
 * @param head the final head, a signed note
 */
export const resultAnnouncementOf = (election: PublishedElection, head: string): NoticeContentInput => {
  const { rules, result } = election
  const groups = shownGroups(rules, result)
  return {
    intro: `${rules.organiser}举行的“${inQuotes(rules.title)}”已于${longTime(rules.closesAt)}截止，全部选票经核查、查验，现将结果公告如下。\n${rules.effect}票数相同的并列，不分先后。`,
    sections: [
      { heading: '投票情况', text: situation(result, voidedWords(rules, result)) },
      ...rules.categories.map((category, at) => ({
        heading: category.name,
        text: `没有选这一类的${sum(result.tally[at]!.blank.after)}票。`,
        items: countedItems(category, result.tally[at]!, groups),
      })),
      { heading: '最后的树头', text: headWords(head) },
    ],
    objection: { office: rules.organiser },
  }
}

const situation = (result: Result, voided: string) =>
  [
    `发出凭证${sum(result.keys.map(({ issued }) => issued))}份，投票${turnoutWords(result)}。`,
    `作废：${voided}。计入${sum(result.keys.map(({ counted }) => counted))}票。`,
  ].join('\n')

const countedItems = ({ candidates }: Category, tally: Result['tally'][number], groups: Group[]): NoticeItem[] => {
  const counts = new Map(tally.candidates.map(each => [each.no, each]))
  const rows = candidates.map(({ no, name, unit }) => ({ ...counts.get(no)!, name, unit }))
  return placed(rows, ({ after }) => sum(after)).map(({ no, name, unit, tied, ...counted }) => ({
    key: String(no),
    name,
    unit,
    note: [`${sum(counted.after)}票${tied ? '（并列）' : ''}`, ...besides(counted, groups)].join('，'),
  }))
}

/** The root of a head in hexadecimal, as both verifiers print it. */
export const rootOf = (head: string): string => Buffer.from(head.split('\n')[2]!, 'base64').toString('hex')

const headWords = (head: string): string => {
  const [, size, , time = ''] = head.split('\n')
  return [
    grouped(rootOf(head)),
    `这是主办单位对全部投票记录（共${size}项）的最后一次签名，签于${longTime(time.slice('time '.length))}。下载投票记录自己核验的，核验器显示的“最后的树头”应与它相同。`,
  ].join('\n')
}
