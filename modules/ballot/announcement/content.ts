import type { NoticeContentInput, NoticeItem } from '#kernel/publicity/shared/index.ts'
import type { Election } from '../election/load.ts'
import type { Candidate, Rules } from '../shared/index.ts'
import { addressOf, windowOf } from '../site/frame.ts'
import { quotaWords } from '../site/words.ts'

/** An election whose rules are frozen. */
export type FrozenElection = Election & { fingerprint: string }

/**
 * 投票公告, drawn up from the frozen rules: when, who, how, which ballots are void, the fingerprint, and everyone who
 * stands.
 * @param origin the site's address, where it is known
 */
export const announcementOf = (election: FrozenElection, origin: string | undefined): NoticeContentInput => {
  const { rules, fingerprint } = election
  return {
    intro: `${rules.organiser}举行“${inQuotes(rules.title)}”，现将投票有关事项公告如下。\n${rules.effect}`,
    sections: [
      { heading: '投票时间', text: `${windowOf(election)}，以网站的时间为准，到点截止。` },
      { heading: '谁可以投票', text: whoMayVote(rules) },
      { heading: '怎样投票', text: howToVote(election, origin) },
      { heading: '哪些选票作废', text: voidWords(rules) },
      { heading: '规则指纹', text: fingerprintWords(fingerprint, rules.witnesses) },
      ...rules.categories.map(({ name, candidates }) => ({
        heading: `候选对象：${name}`,
        items: candidates.map(itemOf),
      })),
    ],
    objection: { office: rules.organiser },
  }
}

const itemOf = ({ no, name, unit }: Candidate): NoticeItem => ({
  key: String(no),
  name,
  unit,
  note: `编号${no}`,
})

/** Quotation marks within quotation marks are single ones (GB/T 15834). */
export const inQuotes = (title: string) => title.replaceAll('“', '‘').replaceAll('”', '’')

const byPhone = '凭手机号码和短信验证码领取选票，一个手机号码一张选票。'

const whoMayVote = ({ eligibility: { census, wechat, defaultGroup }, groups }: Rules): string => {
  const nameOf = (key: string) => groups.find(group => group.key === key)?.name ?? key
  const who = {
    none: byPhone,
    labels: `${byPhone}投票人名册上的，按名册分组；不在名册上的，计入“${nameOf(defaultGroup)}”。`,
    required: '投票人名册上的人可以投票，凭登记的手机号码和短信验证码领取选票，一人一票。',
  }
  return [
    who[census],
    wechat ? '投票须经微信授权，一个微信号只能用于一个手机号码。' : '',
    groups.length > 1 ? `${groups.map(({ name }) => name).join('、')}的票数分开统计。` : '',
  ].join('')
}

const howToVote = (election: Election, origin: string | undefined): string => {
  const { categories, changes } = election.rules
  const title = inQuotes(election.rules.title)
  const direct = origin ? `，网址：${origin}${addressOf(election)}` : ''
  return [
    `在本网站“评议”栏目打开“${title}”投票${direct}。`,
    ...categories.map(category => `“${category.name}”${quotaWords(category)}。`),
    changes === 0 ? '选票投出后不能改。' : `截止前可以改${changes}次，以最后一次为准。`,
    '投出选票当场得到受理号，凭受理号可以查验。投票期间不公布票数和名次，转发没有奖励。',
  ].join('\n')
}

const voidWords = ({ voidReasons }: Rules): string =>
  voidReasons.length === 0
    ? '没有规定作废的理由，任何选票都不作废。'
    : `有下列情形之一，经两名经办人核实的，选票作废：${voidReasons.map(({ name }) => name).join('；')}。作废前后的票数都公布。`

/** In fours, as it is compared by eye, and never taken for a telephone number. */
export const grouped = (fingerprint: string): string => fingerprint.match(/.{4}/g)!.join(' ')

const fingerprintWords = (fingerprint: string, witnesses: string[]): string =>
  [
    grouped(fingerprint),
    '这串字符由投票规则和候选名单算出，改一个字它就变：与投票页面下方的“规则指纹”对照（那里只写头尾，整串在“投票记录”页），一致就说明规则和名单没有改过。',
    ...(witnesses.length > 0 ? [`投票记录的签名同时送${witnesses.join('、')}见证。`] : []),
  ].join('\n')
