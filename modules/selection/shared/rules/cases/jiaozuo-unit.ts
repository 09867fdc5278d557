import type { NominationFacts, OpinionFacts } from '../facts.ts'
import { jiaozuoFacts } from './jiaozuo-facts.ts'
import { type Case, many, nominationOf } from './sample.ts'

const { all, county, local, one, told } = jiaozuoFacts

const quota = (category: string, categoryName: string, min: number, max: number) => ({
  quotas: [{ category, categoryName, min, max, countsAuto: false }],
})
const finest = (count: number, over: Partial<NominationFacts> = {}) =>
  many(count, () => ({ category: 'fine-member', unit: county, ...over }))
const fineQuota = quota('fine-member', '优秀共产党员', 6, 10)
const direct = { id: 'u2', name: '焦作大学', class: 'direct' }
const organisation = nominationOf({
  id: 'o1',
  name: '某村党支部',
  category: 'top-organisation',
  unit: county,
  answers: { leader: '王某' },
})
const secretary = nominationOf({ id: 's1', name: '王某', category: 'fine-member', origin: 'auto', linkedTo: 'o1' })
const ranked = (category: string, ...ranks: number[]) => many(ranks.length, n => ({ category, rank: ranks[n]! }))
const seven = ['discipline', 'family-planning', 'police', 'public-order', 'petitions', 'court', 'procuratorate']
const fine = (department: string, over: Partial<OpinionFacts> = {}): OpinionFacts => ({
  department,
  level: 'unit',
  outcome: 'none',
  text: '无异议',
  sealedOn: '2017-03-28',
  ...over,
})
const opinions = (...list: OpinionFacts[]) => one({ opinions: list })
const meeting = { body: '中共修武县委员会', heldOn: '2017-04-11', attendees: 9 }
const sections = {
  推荐过程: '逐级推荐。',
  推荐对象审核公示情况: '已公示。',
  推荐对象结构分布情况: '覆盖农村、社区。',
  其他需要说明的情况: '无。',
}
const form = (state: object) => one({ seals: [{ cell: 'party-committee', label: '填报单位党委意见', ...state }] })
const files = (...keys: string[]) => ({ materials: keys.map(key => ({ key, fileId: 'f1' })) })

/** Seed 003, the recommending unit: quotas, ranking, opinions, notice, meeting, what it hands in. */
export const jiaozuoUnitCases: Case[] = [
  {
    id: 'R003-01a',
    fn: 'quotaPerUnitClass',
    severity: 'block',
    keeps: all({ ...fineQuota, nominations: [...finest(10), { ...secretary, unit: county }] }),
    breaks: all({ ...fineQuota, nominations: finest(11) }),
    message: '修武县“优秀共产党员”名额为6—10名，现为11名。',
  },
  {
    id: 'R003-01b',
    fn: 'quotaReached',
    severity: 'reason',
    keeps: all({ ...fineQuota, nominations: finest(6) }),
    breaks: all({ ...fineQuota, nominations: finest(5) }),
    message: '修武县“优秀共产党员”名额为6—10名，现为5名。',
  },
  {
    id: 'R003-01c',
    fn: 'quotaPerUnitClass',
    severity: 'block',
    keeps: all({ ...quota('top-member', '十佳共产党员', 0, 2), nominations: ranked('top-member', 1, 2) }),
    breaks: all({ ...quota('top-member', '十佳共产党员', 0, 2), nominations: ranked('top-member', 1, 2, 3) }),
    message: '修武县“十佳共产党员”名额为2个，现为3个。',
  },
  {
    id: 'R003-01d',
    fn: 'quotaPerUnitClass',
    severity: 'block',
    keeps: all({
      unit: direct,
      ...quota('fine-member', '优秀共产党员', 0, 2),
      nominations: finest(2, { unit: direct }),
    }),
    breaks: all({
      unit: direct,
      ...quota('fine-member', '优秀共产党员', 0, 2),
      nominations: finest(3, { unit: direct }),
    }),
    message: '焦作大学“优秀共产党员”名额为2名，现为3名。',
  },
  {
    id: 'R003-02a',
    fn: 'secretaryFollows',
    severity: 'block',
    keeps: all({ nominations: [organisation, secretary] }),
    breaks: all({ nominations: [organisation] }),
    message:
      '“某村党支部”书记王某自动列为优秀共产党员推荐对象，不能删除；已作十佳共产党员推荐或有不宜推荐情形的，请登记。',
  },
  {
    id: 'R003-02b',
    fn: 'addedWithOrganisation',
    severity: 'warning',
    keeps: all({ nominations: [organisation, { ...secretary, origin: 'unit' }] }),
    breaks: all({ nominations: [organisation, secretary] }),
    message: '已自动将“某村党支部”书记王某列为优秀共产党员推荐对象。',
  },
  {
    id: 'R003-10a',
    fn: 'rankIsPermutation',
    severity: 'block',
    keeps: all({ nominations: ranked('top-organisation', 2, 1) }),
    breaks: all({ nominations: ranked('top-organisation', 1, 1) }),
    message: '排序表序号应连续且不重复。',
  },
  {
    id: 'R003-10b',
    fn: 'rankIsPermutation',
    severity: 'block',
    keeps: all({ nominations: [...ranked('top-member', 1, 2), ...ranked('fine-member', 3, 4)] }),
    breaks: all({ nominations: [...ranked('top-member', 1, 2), ...ranked('fine-member', 1, 2)] }),
    message: '排序表序号应连续且不重复。',
  },
  {
    id: 'R003-11',
    fn: 'branchVoteRecorded',
    severity: 'reason',
    keeps: one({ branchVotes: [{ branch: '某村党支部', present: 20, votes: 18 }] }),
    breaks: one({ branchVotes: [{ branch: '某村党支部', present: 20, votes: 21 }] }),
    message: '缺少支部推选记录。',
  },
  {
    id: 'R003-12a',
    fn: 'departmentsAnswered',
    severity: 'block',
    keeps: opinions(...seven.map(key => fine(key, { sealedOn: undefined, promisedBy: '2017-04-14' }))),
    breaks: opinions(...seven.map(key => fine(key, key === 'court' ? { outcome: undefined } : {}))),
    message: '法院审查意见未填写或未盖章。',
  },
  {
    id: 'R003-12b',
    fn: 'departmentsAnswered',
    severity: 'block',
    keeps: opinions(...seven.map(key => fine(key))),
    breaks: opinions(...seven.map(key => fine(key, key === 'police' ? { sealedOn: undefined, promisedBy: 'x' } : {}))),
    message: '公安部门审查意见未填写或未盖章。',
  },
  {
    id: 'R003-13',
    fn: 'extraRegulatorsAsked',
    severity: 'block',
    keeps: one({ answers: { sector: '企业' }, opinions: [fine('tax')] }),
    breaks: one({ answers: { sector: '企业' }, opinions: [fine('police')] }),
    message: '“张某”为企业，还须征求行政执法、行业监管部门意见。',
  },
  {
    id: 'R003-14a',
    fn: 'objectionsConcluded',
    severity: 'block',
    keeps: opinions(fine('police', { outcome: 'objection', text: '情况待核。', conclusion: '经核实不影响推荐。' })),
    breaks: opinions(fine('police', { outcome: 'objection', text: '情况待核' })),
    message: '公安部门对“张某”有异议：情况待核，请先作出处理结论。',
  },
  {
    id: 'R003-14b',
    fn: 'objectionExplained',
    severity: 'block',
    keeps: opinions(fine('police', { outcome: 'objection', text: '情况待核。' })),
    breaks: opinions(fine('police', { outcome: 'objection', text: '' })),
    message: '公安部门有异议的，请说明情况。',
  },
  {
    id: 'R003-15a',
    fn: 'publicityStarted',
    severity: 'block',
    keeps: told({}),
    breaks: one({}),
    message: '尚未公示：初步推荐对象应在本地主要媒体、部门官方网站等平台公示，请先公示并登记。',
  },
  {
    id: 'R003-15b',
    fn: 'publicityLasted',
    severity: 'warning',
    keeps: told({ publishedOn: '2017-03-31' }),
    breaks: told({ publishedOn: '2017-04-05' }),
    message: '公示仅满4个工作日，最早2017年4月13日方可上报。',
  },
  {
    id: 'R003-15c',
    fn: 'publicityLasted',
    severity: 'block',
    keeps: told({ publishedOn: '2017-04-01' }),
    breaks: told({ publishedOn: '2017-04-06' }),
    message: '公示仅满3个工作日，最早2017年4月14日方可上报。',
  },
  {
    id: 'R003-15d',
    fn: 'namedInNotice',
    severity: 'block',
    keeps: told({}),
    breaks: told({ names: ['n2'] }),
    message: '“张某”未出现在公示名单中。',
  },
  {
    id: 'R003-17',
    fn: 'handedInBy',
    severity: 'block',
    keeps: all({ handedIn: { consult: '2017-03-25T20:00:00+08:00' } }),
    breaks: all({ handedIn: { consult: '2017-03-26T00:00:00+08:00' } }),
    message: '初步推荐对象名单应于3月25日前报市委组织部沟通。',
  },
  {
    id: 'R003-18a',
    fn: 'metAfterPublicity',
    severity: 'block',
    keeps: all({ meeting, notices: [local({})] }),
    breaks: all({ meeting: { ...meeting, heldOn: '2017-04-10' }, notices: [local({})] }),
    message: '党委会研究日期早于公示结束日期，请核对。',
  },
  {
    id: 'R003-18b',
    fn: 'meetingRecorded',
    severity: 'block',
    keeps: all({ meeting }),
    breaks: all({ meeting: { ...meeting, attendees: 0 } }),
    message: '缺少党委会集体研究记录，请登记会议日期和到会人数。',
  },
  {
    id: 'R003-18c',
    fn: 'reportedAfterMeeting',
    severity: 'block',
    keeps: all({ meeting, report: { sections, reportedOn: '2017-04-11' } }),
    breaks: all({ meeting, report: { sections, reportedOn: '2017-04-10' } }),
    message: '上报日期早于党委会研究日期，请核对。',
  },
  {
    id: 'R003-18d',
    fn: 'handedInBy',
    severity: 'block',
    keeps: all({}, '2017-04-15'),
    breaks: all({}, '2017-04-16'),
    message: '正式推荐材料应于4月15日前以党委名义上报，现已逾期；如需补报请联系市委组织部组织一科（0000-12345678）。',
  },
  {
    id: 'D-03a',
    fn: 'deadlineIsWorkday',
    severity: 'warning',
    keeps: all({ handedIn: { recommend: '2017-04-12T09:00:00+08:00' } }),
    breaks: all({}),
    message: '报送截止日4月15日为休息日，请提前报送。',
  },
  {
    id: 'D-03b',
    fn: 'deadlineIsWorkday',
    severity: 'warning',
    keeps: { ...all({}), deadlines: { consult: '2017-03-24' } },
    breaks: all({}),
    message: '沟通预审截止日3月25日为休息日，请提前沟通。',
  },
  {
    id: 'R003-22a',
    fn: 'reportSectionsFilled',
    severity: 'block',
    keeps: all({ report: { sections } }),
    breaks: all({ report: { sections: { ...sections, 推荐对象结构分布情况: ' ' } } }),
    message: '推荐情况报告缺少推荐对象结构分布情况。',
  },
  {
    id: 'R003-22b',
    fn: 'reportSigned',
    severity: 'block',
    keeps: all({ report: { sections, promisedBy: '2017-04-20' } }),
    breaks: all({ report: { sections } }),
    message: '推荐情况报告未经党委主要负责同志签字盖章，请补齐或填写承诺日期。',
  },
  {
    id: 'R003-22c',
    fn: 'reportSigned',
    severity: 'block',
    keeps: all({ report: { sections, signedBy: '李某', sealedOn: '2017-04-12' } }),
    breaks: all({ report: { sections, promisedBy: '2017-04-20' } }),
    message: '推荐情况报告未经党委主要负责同志签字。',
  },
  {
    id: 'R003-23a',
    fn: 'materialsPresent',
    severity: 'block',
    keeps: one(files('form')),
    breaks: one(files('article')),
    message: '缺少推荐登记表。',
  },
  {
    id: 'R003-23c',
    fn: 'sealsPresent',
    severity: 'block',
    keeps: form({ promisedBy: '2017-04-20' }),
    breaks: form({}),
    message: '“填报单位党委意见”未见盖章页，请上传加盖公章的扫描件，或填写承诺补章日期。',
  },
  {
    id: 'R003-23d',
    fn: 'sealsPresent',
    severity: 'block',
    keeps: form({ sealedOn: '2017-04-12', evidence: 'f1' }),
    breaks: form({ promisedBy: '2017-04-20' }),
    message: '“填报单位党委意见”未见盖章页，请上传加盖公章的扫描件。',
  },
  {
    id: 'R003-26',
    fn: 'opinionsHandedIn',
    severity: 'block',
    keeps: all({ nominations: [nominationOf({ unit: county, opinions: [fine('police')] })] }),
    breaks: all({ nominations: [nominationOf({ unit: county, opinions: [fine('police', { level: 'organiser' })] })] }),
    message: '缺少征求意见情况。',
  },
]
