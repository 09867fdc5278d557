import type { NominationFacts } from '../facts.ts'
import { luoyang, luoyangFacts } from './luoyang-facts.ts'
import { luoyangFormCases } from './luoyang-form.ts'
import { luoyangNomineeCases } from './luoyang-nominee.ts'
import { type Case, many, noticeOf } from './sample.ts'

export { luoyang }

const { all, article, one, today } = luoyangFacts

const organ = { id: 'u2', name: '市民政局', class: 'city-organ' }
const quota = (max: number) => [
  { category: 'project', categoryName: '群众满意度高的实事（服务项目）', min: 0, max, countsAuto: false },
]
const seal = (cell: string, label: string, state: object = {}) => ({ seals: [{ cell, label, ...state }] })
const sealed = { sealedOn: '2021-12-27', evidence: 'f1' }
const promised = { promisedBy: '2022-01-05' }
const told = (notice: Parameters<typeof noticeOf>[0], over: Partial<NominationFacts> = {}) =>
  one({ notices: [noticeOf({ mediaLevel: 'county', ...notice })], ...over })

/** Seed 000, the unit: quotas, earlier winners, deadline, seals, notice. */
const unitCases: Case[] = [
  {
    id: 'R000-01',
    fn: 'quotaPerUnitClass',
    severity: 'block',
    keeps: all({ unit: organ, quotas: quota(1), nominations: many(1, () => ({ category: 'project', unit: organ })) }),
    breaks: all({ unit: organ, quotas: quota(1), nominations: many(2, () => ({ category: 'project', unit: organ })) }),
    message: '本单位“群众满意度高的实事（服务项目）”推荐名额为1个，现已填报2个，请删减后再报。',
  },
  {
    id: 'R000-02a',
    fn: 'quotaPerUnitClass',
    severity: 'block',
    keeps: all({ quotas: quota(3), nominations: many(3, () => ({ category: 'project' })) }),
    breaks: all({ quotas: quota(3), nominations: many(5, () => ({ category: 'project' })) }),
    message: '老城区“群众满意度高的实事（服务项目）”最多可推荐3个，现为5个，超出2个。',
  },
  {
    id: 'R000-02b',
    fn: 'somethingNominated',
    severity: 'warning',
    keeps: all({ nominations: many(1) }),
    breaks: all({}),
    message: '老城区各类别均未推荐，请确认是否放弃推荐。',
  },
  {
    id: 'R000-03a',
    fn: 'notEarlierWinner',
    severity: 'reason',
    keeps: one({ earlierHonours: [{ register: '别的名册', honour: '别的荣誉', year: 2020, match: 'identity' }] }),
    breaks: one({
      earlierHonours: [
        { register: '河南省“我为群众办实事”“三个100”', honour: '党员服务标兵', year: 2021, match: 'identity' },
      ],
    }),
    message: '“张某”已被评为省“三个100”，原则上不再参与市级推选。确需推荐的请写明理由并经推荐单位主要负责人确认。',
  },
  {
    id: 'R000-03b',
    fn: 'notEarlierWinner',
    severity: 'warning',
    keeps: one({ earlierHonours: [] }),
    breaks: one({
      earlierHonours: [
        { register: '河南省“我为群众办实事”“三个100”', honour: '党员服务标兵', year: 2021, match: 'name' },
      ],
    }),
    message: '“张某”与省“三个100”名单中的名称相同，疑似同名，请核对是否为同一对象。',
  },
  {
    id: 'R000-04',
    fn: 'countAtMost',
    severity: 'block',
    keeps: article('字'.repeat(1000)),
    breaks: article('字'.repeat(1003)),
    message: '典型材料正文1003字，超过1000字上限3字，请精简。',
  },
  {
    id: 'R000-05',
    fn: 'handedInBy',
    severity: 'block',
    keeps: all({}, '2021-12-30', '2021-12-30T23:59:59.999+08:00'),
    breaks: all({}, '2021-12-31', '2021-12-31T00:00:00+08:00'),
    message:
      '报送截止时间为2021年12月30日24时，现已逾期；如需补报请联系市委党史学习教育领导小组办公室（0000-12345678）。',
  },
  {
    id: 'D-03',
    fn: 'deadlineIsWorkday',
    severity: 'warning',
    keeps: all({}),
    breaks: { ...all({}), deadlines: { recommend: '2022-01-01' } },
    message: '截止日为休息日，请提前报送。',
  },
  {
    id: 'R000-06a',
    fn: 'sealsPresent',
    severity: 'block',
    keeps: one(seal('cover', '推荐单位（盖章）', promised)),
    breaks: one(seal('cover', '推荐单位（盖章）')),
    message: '“推荐单位（盖章）”未见盖章页，请上传加盖公章的扫描件，或填写承诺补章日期。',
  },
  {
    id: 'R000-06b',
    fn: 'sealsPresent',
    severity: 'block',
    keeps: one(seal('article', '典型材料盖章', sealed)),
    breaks: one(seal('article', '典型材料盖章', promised)),
    message: '“典型材料盖章”未见盖章页，请上传加盖公章的扫描件。',
  },
  {
    id: 'R000-12a',
    fn: 'sealsPresent',
    severity: 'block',
    keeps: one(seal('work-unit', '工作单位意见', sealed)),
    breaks: one(seal('work-unit', '工作单位意见', { sealedOn: '2021-12-27' })),
    message: '“工作单位意见”未见盖章页，请上传加盖公章的扫描件，或填写承诺补章日期。',
  },
  {
    id: 'R000-12b',
    fn: 'sealsPresent',
    severity: 'block',
    keeps: one(seal('discipline', '工作单位纪检监察部门意见', sealed)),
    breaks: one(seal('discipline', '工作单位纪检监察部门意见', promised)),
    message: '“工作单位纪检监察部门意见”未见盖章页，请上传加盖公章的扫描件。',
  },
  {
    id: 'D-11',
    fn: 'sealDatesInOrder',
    severity: 'block',
    keeps: one({
      seals: [
        { cell: 'work-unit', label: '工作单位意见', sealedOn: '2021-12-26' },
        { cell: 'discipline', label: '纪检监察部门意见', sealedOn: '2021-12-26' },
      ],
    }),
    breaks: one({
      seals: [
        { cell: 'work-unit', label: '工作单位意见', sealedOn: '2021-12-26' },
        { cell: 'discipline', label: '纪检监察部门意见', sealedOn: '2021-12-25' },
      ],
    }),
    message: '“纪检监察部门意见”落款日期2021年12月25日早于前一栏或晚于今天，请核对。',
  },
  {
    id: 'R000-07a',
    fn: 'publicityStarted',
    severity: 'block',
    keeps: told({ publishedOn: today }),
    breaks: told({ publishedOn: '2021-12-29' }),
    message: '尚未公示：推荐名单和项目应在县区主要媒体或单位公示，请先公示并登记。',
  },
  {
    id: 'R000-07b',
    fn: 'publicityLasted',
    severity: 'warning',
    keeps: told({ publishedOn: '2021-12-22' }),
    breaks: told({ publishedOn: '2021-12-24' }),
    message: '公示仅满1个工作日（要求不少于3个工作日），最早可于2021年12月30日报送。',
  },
  {
    id: 'R000-07c',
    fn: 'publicityLasted',
    severity: 'block',
    keeps: told({ publishedOn: '2021-12-22', endedOn: '2021-12-27' }),
    breaks: told({ publishedOn: '2021-12-20', endedOn: '2021-12-22' }),
    message: '公示仅满2个工作日（要求不少于3个工作日），最早可于2022年1月1日报送。',
  },
  {
    id: 'R000-07d',
    fn: 'namedInNotice',
    severity: 'block',
    keeps: told({ names: ['n1', 'n2'] }),
    breaks: told({ names: ['n2'] }),
    message: '“张某”未出现在公示名单中。',
  },
  {
    id: 'R000-07e',
    fn: 'noticeInMedium',
    severity: 'block',
    keeps: told({ mediaLevel: 'unit' }),
    breaks: told({ mediaLevel: 'city' }),
    message: '推荐名单和项目应在县区主要媒体或单位公示，现登记的是“洛阳日报”。',
  },
  {
    id: 'D-08',
    fn: 'objectionsClosed',
    severity: 'block',
    keeps: told({}),
    breaks: told({ openObjections: 2 }),
    message: '“张某”有2件异议尚未作出书面结论。',
  },
]

/** Seed 000: every binding of the plan, kept and broken. */
export const luoyangCases: Case[] = [...unitCases, ...luoyangFormCases, ...luoyangNomineeCases]
