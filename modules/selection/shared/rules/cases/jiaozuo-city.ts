import type { InspectionFacts } from '../facts.ts'
import { jiaozuoFacts } from './jiaozuo-facts.ts'
import { type Case, many, nominationOf, noticeOf, text } from './sample.ts'

const { all, list, one } = jiaozuoFacts

const nominee = nominationOf({ category: 'top-member' })
const published = (over: object, day: string) =>
  list({ list: [nominee], notices: [noticeOf({ medium: '焦作日报', publishedOn: '2017-05-31', ...over })] }, day)
const fifteen = { category: 'top-member', categoryName: '十佳共产党员', count: 15 }
const window = { opensAt: '2017-04-18T00:00:00+08:00', closesAt: '2017-04-25T23:59:59.999+08:00' }
const five = ['discipline', 'public-order', 'police', 'petitions', 'family-planning']
const answers = (keys: string[]) =>
  one({
    opinions: keys.map(department => ({ department, level: 'organiser', outcome: 'none', sealedOn: '2017-05-10' })),
  })
const inspection: InspectionFacts = {
  visitedOn: '2017-04-28',
  candidateBranch: '某村党支部',
  team: [{ name: '甲', branch: '机关一支部' }, { name: '乙' }],
}

/** Seed 003, the city: shortlist, ballot, inspection, second notice. */
export const jiaozuoCityCases: Case[] = [
  {
    id: 'R003-16a',
    fn: 'listPublicityLasted',
    severity: 'block',
    keeps: published({}, '2017-06-08'),
    breaks: published({}, '2017-06-07'),
    message: '公示仅满4个工作日，最早2017年6月8日方可上报。',
  },
  {
    id: 'R003-16b',
    fn: 'listNamedInNotice',
    severity: 'block',
    keeps: published({}, '2017-06-08'),
    breaks: published({ names: ['n2'] }, '2017-06-08'),
    message: '“张某”未出现在公示名单中。',
  },
  {
    id: 'R003-19',
    fn: 'listMeetsTarget',
    severity: 'block',
    keeps: list({ targets: [fifteen], list: many(15, () => ({ category: 'top-member' })) }),
    breaks: list({ targets: [fifteen], list: many(14, () => ({ category: 'top-member' })) }),
    message: '“十佳共产党员”候选对象应为15，现为14。',
  },
  {
    id: 'R003-20a',
    fn: 'ballotClosesBy',
    severity: 'block',
    keeps: list({ ballot: window }),
    breaks: list({ ballot: { ...window, closesAt: '2017-04-26T12:00:00+08:00' } }),
    message: '投票截止时间不得晚于4月25日24时。',
  },
  {
    id: 'R003-20b',
    fn: 'votedInTime',
    severity: 'block',
    keeps: list({ ballot: { ...window, castAt: '2017-04-25T23:59:59+08:00' } }),
    breaks: list({ ballot: { ...window, castAt: '2017-04-26T00:00:00+08:00' } }),
    message: '投票已于4月25日24时截止。',
  },
  {
    id: 'R003-21a',
    fn: 'materialsPresent',
    severity: 'block',
    keeps: one({ materials: [{ key: 'inspection', fileId: 'f1' }] }),
    breaks: one({}),
    message: '缺少张某的考察材料。',
  },
  {
    id: 'R003-21b',
    fn: 'countAbout',
    severity: 'reason',
    keeps: one({ articles: { inspection: text('字'.repeat(1200)) } }),
    breaks: one({ articles: { inspection: text('字'.repeat(700)) } }),
    message: '考察材料700字（要求1000字左右）。',
  },
  {
    id: 'R003-21c',
    fn: 'unitMaterialsPresent',
    severity: 'block',
    keeps: all({ materials: [{ key: 'inspection-report', fileId: 'f1' }] }),
    breaks: all({}),
    message: '缺少候选对象考察情况报告。',
  },
  {
    id: 'R003-21d',
    fn: 'handedInBy',
    severity: 'block',
    keeps: all({}, '2017-04-30'),
    breaks: all({}, '2017-05-01'),
    message: '候选对象考察材料应于4月30日前报送。',
  },
  {
    id: 'R003-28',
    fn: 'departmentsAnswered',
    severity: 'block',
    keeps: answers(five),
    breaks: answers(five.slice(0, 4)),
    message: '市级计生部门意见未返回。',
  },
  {
    id: 'R003-33a',
    fn: 'inspectorsRecused',
    severity: 'reason',
    keeps: one({ inspection }),
    breaks: one({ inspection: { ...inspection, team: [{ name: '甲', branch: '某村党支部' }, { name: '乙' }] } }),
    message: '考察组成员与考察对象同属一个支部，应回避。',
  },
  {
    id: 'R003-33b',
    fn: 'teamLargeEnough',
    severity: 'reason',
    keeps: one({ inspection }),
    breaks: one({ inspection: { ...inspection, team: [{ name: '甲' }] } }),
    message: '考察组应不少于2人，现为1人。',
  },
  {
    id: 'R003-33c',
    fn: 'visitedOnSite',
    severity: 'reason',
    keeps: one({ inspection }),
    breaks: one({ inspection: { ...inspection, visitedOn: '2017-05-01' } }),
    message: '“张某”未登记按期实地考察的日期。',
  },
]
