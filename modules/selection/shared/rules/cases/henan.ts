import type { CampaignFacts, Facts, NominationFacts, UnitFacts } from '../facts.ts'
import {
  answered,
  type Case,
  campaignOf,
  frameOf,
  many,
  nominationOf,
  noticeOf,
  shippedPlan,
  text,
  unitOf,
} from './sample.ts'

export const henan = shippedPlan('henan-2021')

const today = '2021-12-18'
const frame = frameOf(henan, today)
const population = { persons: 4_987_137, year: 2020, basis: '常住', source: '第七次全国人口普查' }
const city = { id: 'u1', name: '平顶山市', class: 'city', population }
const organ = { id: 'u2', name: '省民政厅', class: 'province-organ' }
const zone = { id: 'u3', name: '济源示范区', class: 'demonstration-zone' }
const quota = (max: number) => [
  { category: 'team', categoryName: '先进服务单位（团队）', min: 0, max, countsAuto: false },
]
const teams = (unit: UnitFacts['unit'], count: number, max: number): Facts => ({
  ...frame,
  unit: unitOf({ unit, quotas: quota(max), nominations: many(count, () => ({ category: 'team', unit })) }),
})
const one = (over: Partial<NominationFacts>): Facts => ({ ...frame, nomination: nominationOf({ unit: city, ...over }) })
const all = (over: Partial<UnitFacts>, day = today, now?: string): Facts => ({
  ...frameOf(henan, day, now),
  unit: unitOf({ unit: city, ...over }),
})
const list = (over: Partial<CampaignFacts>): Facts => ({
  ...frame,
  campaign: campaignOf({ list: [nominationOf({ unit: city })], ...over }),
})
const member = (answers: Record<string, unknown>) => one(answered(henan, 'member', answers, today))
const stamped = { sealedOn: '2021-12-17', evidence: 'f1' }
const office = (state: object) => ({ seals: [{ cell: 'group-office', label: '推荐单位意见', ...state }] })
const told = (notice: Parameters<typeof noticeOf>[0]) => one({ notices: [noticeOf(notice)] })
const photo = (width: number, height: number) =>
  member({ photo: { fileId: 'f', name: '张某.jpg', bytes: 1, format: 'jpeg', width, height, blueShare: 1 } })
const award = (level: string) => member({ awards: [{ date: '2021.07', name: '先进个人', grantor: '某单位', level }] })
const reported = (level: string) => {
  const mediaReports = [{ date: '2021.07', media: '某报', level, column: '民生', title: '办实事' }]
  return one(answered(henan, 'project', { mediaReports }, today))
}
const seat = { nomination: 'n1', expert: '李某' }
const scored = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...seat, expert: `专家${n}`, expertUnit: '某大学', score: 90 }))

/** Seed 001: every binding of the plan, kept and broken. */
export const henanCases: Case[] = [
  {
    id: 'R001-01',
    fn: 'quotaPerUnitClass',
    severity: 'block',
    keeps: teams(organ, 1, 1),
    breaks: teams(organ, 2, 1),
    message: '本单位“先进服务单位（团队）”名额为1个，现为2个。',
  },
  {
    id: 'R001-02',
    fn: 'quotaPerUnitClass',
    severity: 'block',
    keeps: teams(city, 5, 5),
    breaks: teams(city, 6, 5),
    message: '平顶山市辖区人口498.7137万人，“先进服务单位（团队）”最多推荐5个，现为6个。',
  },
  {
    id: 'R001-03',
    fn: 'quotaPerUnitClass',
    severity: 'block',
    keeps: teams(zone, 5, 5),
    breaks: teams(zone, 6, 5),
    message: '济源示范区“先进服务单位（团队）”最多推荐5个，现为6个。',
  },
  {
    id: 'R001-04a',
    fn: 'quotaBasis',
    severity: 'warning',
    keeps: all({ unit: { id: 'u4', name: '某市', class: 'city' } }),
    breaks: all({}),
    message: '名额依据：2020年常住人口4987137人（来源：第七次全国人口普查）。',
  },
  {
    id: 'R001-04b',
    fn: 'populationKnown',
    severity: 'block',
    keeps: all({}),
    breaks: all({ unit: { id: 'u4', name: '某市', class: 'city' } }),
    message: '某市未登记辖区人口及来源，无法核定名额，请联系主办单位补齐。',
  },
  {
    id: 'R001-05a',
    fn: 'countAtMost',
    severity: 'block',
    keeps: one({ articles: { article: text('字'.repeat(2000)) } }),
    breaks: one({ articles: { article: text('字'.repeat(2001)) } }),
    message: '典型材料2001字，超过2000字。',
  },
  {
    id: 'R001-05b',
    fn: 'materialsPresent',
    severity: 'block',
    keeps: one({ materials: [{ key: 'article', fileId: 'f1' }] }),
    breaks: one({ materials: [{ key: 'article', promisedBy: '2021-12-25' }] }),
    message: '缺少附件：典型材料。',
  },
  {
    id: 'R001-06',
    fn: 'handedInBy',
    severity: 'block',
    keeps: all({ unlockedUntil: { recommend: '2021-12-22T18:00:00+08:00' } }, '2021-12-22'),
    breaks: all({ unlockedUntil: { recommend: '2021-12-21T18:00:00+08:00' } }, '2021-12-22'),
    message: '报送截止时间为2021年12月20日24时。',
  },
  {
    id: 'D-03',
    fn: 'deadlineIsWorkday',
    severity: 'warning',
    keeps: all({}),
    breaks: { ...all({}), deadlines: { recommend: '2021-12-19' } },
    message: '截止日为休息日，请提前报送。',
  },
  {
    id: 'R001-07a',
    fn: 'sealedByRightOrgan',
    severity: 'block',
    keeps: one(office({ ...stamped, organ: '平顶山市委党史学习教育领导小组办公室' })),
    breaks: one(office({ ...stamped, organ: '平顶山市民政局' })),
    message: '省辖市材料应由市党史学习教育领导小组办公室盖章；省直单位应由机关党委盖章。',
  },
  {
    id: 'R001-07b',
    fn: 'sealedByRightOrgan',
    severity: 'block',
    keeps: one({ unit: organ, ...office({ ...stamped, organ: '省民政厅机关党委' }) }),
    breaks: one({ unit: organ, ...office({ ...stamped, organ: '省民政厅' }) }),
    message: '省辖市材料应由市党史学习教育领导小组办公室盖章；省直单位应由机关党委盖章。',
  },
  {
    id: 'R001-07c',
    fn: 'sealsPresent',
    severity: 'block',
    keeps: one(office({ promisedBy: '2021-12-25' })),
    breaks: one(office({})),
    message: '“推荐单位意见”未见盖章页，请上传加盖公章的扫描件，或填写承诺补章日期。',
  },
  {
    id: 'R001-07d',
    fn: 'sealsPresent',
    severity: 'block',
    keeps: one(office(stamped)),
    breaks: one(office({ promisedBy: '2021-12-25' })),
    message: '“推荐单位意见”未见盖章页，请上传加盖公章的扫描件。',
  },
  {
    id: 'D-11',
    fn: 'sealDatesInOrder',
    severity: 'block',
    keeps: one(office({ sealedOn: today })),
    breaks: one(office({ sealedOn: '2021-12-19' })),
    message: '“推荐单位意见”落款日期2021年12月19日早于前一栏或晚于今天，请核对。',
  },
  {
    id: 'R001-08a',
    fn: 'expertRecused',
    severity: 'block',
    keeps: list({ experts: [{ ...seat, expertUnit: '平顶山市', recused: true }] }),
    breaks: list({ experts: [{ ...seat, expertUnit: '平顶山市' }] }),
    message: '专家李某与被评审对象同一单位，应回避。',
  },
  {
    id: 'R001-08b',
    fn: 'scoredByExperts',
    severity: 'block',
    keeps: list({ experts: scored(3) }),
    breaks: list({ experts: [...scored(1), { ...seat, expertUnit: '某大学', score: 80, recused: true }] }),
    message: '“张某”只有1名专家评分，应不少于3名。',
  },
  {
    id: 'R001-09a',
    fn: 'noticeInMedium',
    severity: 'block',
    keeps: told({}),
    breaks: told({ mediaLevel: 'county' }),
    message: '省级推荐须在市属主要媒体公示。',
  },
  {
    id: 'R001-09b',
    fn: 'publicityStarted',
    severity: 'block',
    keeps: told({ publishedOn: today }),
    breaks: one({}),
    message: '尚未公示：推荐名单和项目应在市属主要媒体公示，请先公示并登记。',
  },
  {
    id: 'R001-09c',
    fn: 'publicityLasted',
    severity: 'warning',
    keeps: told({ publishedOn: '2021-12-14' }),
    breaks: told({ publishedOn: '2021-12-15' }),
    message: '公示仅满2个工作日（要求不少于3个工作日），最早可于2021年12月21日报送。',
  },
  {
    id: 'R001-09d',
    fn: 'publicityLasted',
    severity: 'block',
    keeps: told({ publishedOn: '2021-12-14' }),
    breaks: one({}),
    message: '公示仅满0个工作日（要求不少于3个工作日），最早可于2021年12月23日报送。',
  },
  {
    id: 'R001-09e',
    fn: 'namedInNotice',
    severity: 'block',
    keeps: told({}),
    breaks: told({ names: [] }),
    message: '“张某”未出现在公示名单中。',
  },
  {
    id: 'R001-09f',
    fn: 'unitMaterialsPresent',
    severity: 'block',
    keeps: all({ materials: [{ key: 'publicity-proof', fileId: 'f1' }] }),
    breaks: all({}),
    message: '缺少附件：公示证明。',
  },
  {
    id: 'D-08',
    fn: 'objectionsClosed',
    severity: 'block',
    keeps: told({}),
    breaks: told({ openObjections: 1 }),
    message: '“张某”有1件异议尚未作出书面结论。',
  },
  {
    id: 'R001-10',
    fn: 'answerIn',
    severity: 'block',
    keeps: member({ employment: '在职' }),
    breaks: member({ employment: '非在职' }),
    message: '省级党员服务标兵限在职党员干部。',
  },
  {
    id: 'R001-11',
    fn: 'preferenceMet',
    severity: 'warning',
    keeps: member({ priority: [] }),
    breaks: member({ priority: ['事迹被省级以上新闻媒体广泛报道'] }),
    message: '（提示）符合优先条件：事迹被省级以上新闻媒体广泛报道。',
  },
  {
    id: 'R001-12',
    fn: 'tagChosen',
    severity: 'manual',
    keeps: one({ category: 'project', tags: { 'five-emphases': ['工作方案所列的一项'] } }),
    breaks: one({ category: 'project' }),
    message: '请填写对应的“五个着力”重点任务。',
  },
  {
    id: 'R000-10',
    fn: 'dateInWindow',
    severity: 'reason',
    keeps: one(answered(henan, 'project', { endDate: '2021-11-30' }, today)),
    breaks: one(answered(henan, 'project', { endDate: '2020-11' }, today)),
    message: '项目完成时间为2020年11月，原则上应为2021年度内已完成的项目，请核实或说明理由。',
  },
  {
    id: 'R000-11',
    fn: 'levelHighEnough',
    severity: 'reason',
    keeps: reported('市级'),
    breaks: reported('县级'),
    message: '“某报”级别低于市级，请删除或说明。',
  },
  {
    id: 'R000-16',
    fn: 'levelHighEnough',
    severity: 'reason',
    keeps: award('市级'),
    breaks: award('县级'),
    message: '“先进个人”为县级奖项，只填写市级及以上奖项。',
  },
  {
    id: 'R000-21a',
    fn: 'photoLargeEnough',
    severity: 'reason',
    keeps: photo(413, 626),
    breaks: photo(300, 420),
    message: '照片应为近期2寸免冠蓝底彩色照片；检测到尺寸300×420偏小。',
  },
  {
    id: 'R000-21b',
    fn: 'photoOfShape',
    severity: 'reason',
    keeps: photo(413, 626),
    breaks: photo(600, 600),
    message: '照片宽高比应为35∶53或35∶49，现为高600×宽600像素，请裁剪后再传。',
  },
  {
    id: 'R000-22',
    fn: 'answerNotIn',
    severity: 'reason',
    keeps: member({ politicalStatus: '中共党员' }),
    breaks: member({ politicalStatus: '中共预备党员' }),
    message: '党员服务标兵应为中共党员；推荐预备党员的，请说明理由。',
  },
]
