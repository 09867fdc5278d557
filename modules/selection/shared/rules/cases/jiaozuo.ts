import { jiaozuoCityCases } from './jiaozuo-city.ts'
import { jiaozuo, jiaozuoFacts } from './jiaozuo-facts.ts'
import { jiaozuoUnitCases } from './jiaozuo-unit.ts'
import { answered, type Case, many, text } from './sample.ts'

export { jiaozuo }

const { all, list, member, one, told, today } = jiaozuoFacts

const fine = (count: number, answers: (index: number) => Record<string, unknown>) =>
  many(count, index => ({ category: 'fine-member', categoryName: '优秀共产党员', answers: answers(index) }))
const affairs = (yes: number) => (index: number) => ({ partyAffairs: index < yes ? '是' : '否' })
const sectors = (count: number) => (index: number) => ({ sector: index < count ? '企业' : '农村' })
const photo = (over: object) =>
  member({
    name: '张某',
    photo: { fileId: 'f', name: '张某.jpg', bytes: 1, format: 'jpeg', width: 413, height: 626, whiteShare: 1, ...over },
  })

/** Seed 003, the nominees: conditions, structure, texts and photographs. */
const nomineeCases: Case[] = [
  {
    id: 'R003-03a',
    fn: 'shareAtLeast',
    severity: 'block',
    keeps: all({ nominations: fine(7, affairs(3)) }),
    breaks: all({ nominations: fine(7, affairs(2)) }),
    message: '优秀共产党员推荐对象7名，其中党务干部2名（28.6%），低于30%，至少还需1名。',
  },
  {
    id: 'R003-03b',
    fn: 'shareAtLeast',
    severity: 'warning',
    keeps: all({ nominations: fine(2, affairs(1)) }),
    breaks: all({ nominations: fine(2, affairs(0)) }),
    message: '优秀共产党员推荐对象2名，其中党务干部0名（0%），低于30%，至少还需1名。',
  },
  {
    id: 'R003-03c',
    fn: 'listShareAtLeast',
    severity: 'block',
    keeps: list({ list: fine(150, affairs(45)) }),
    breaks: list({ list: fine(150, affairs(44)) }),
    message: '优秀共产党员推荐对象150名，其中党务干部44名（29.3%），低于30%，至少还需1名。',
  },
  {
    id: 'R003-04',
    fn: 'answerNotIn',
    severity: 'reason',
    keeps: member({ rank: '其他' }),
    breaks: member({ rank: '副县级以上' }),
    message: '张某为副县级以上，副县级以上党员领导干部一般不推荐，请说明理由。',
  },
  {
    id: 'R003-05',
    fn: 'shareAtMost',
    severity: 'reason',
    keeps: all({ nominations: fine(10, index => ({ rank: index < 2 ? '乡科级' : '其他' })) }),
    breaks: all({ nominations: fine(10, index => ({ rank: index < 3 ? '乡科级' : '其他' })) }),
    message: '乡科级领导干部占30%，超过控制比例20%，请调整或说明。',
  },
  {
    id: 'R003-06',
    fn: 'notDeclared',
    severity: 'block',
    keeps: one({ category: 'fine-member', declarations: { deceased: false } }),
    breaks: one({ category: 'fine-member', declarations: { deceased: true } }),
    message: '张某已登记为去世，不再列为推荐对象。',
  },
  {
    id: 'R003-07a',
    fn: 'answerIn',
    severity: 'block',
    keeps: one({ category: 'top-organisation', answers: { orgType: '党总支' } }),
    breaks: one({ category: 'top-organisation', answers: { orgType: '党小组' } }),
    message: '十佳基层党组织应为基层党委、党总支或党支部。',
  },
  {
    id: 'R003-07b',
    fn: 'answerIn',
    severity: 'block',
    keeps: one({ category: 'top-organisation', tags: { sector: ['社区'] } }),
    breaks: one({ category: 'top-organisation', answers: { sector: '市级机构' } }),
    message: '十佳基层党组织应为基层党委、党总支或党支部。',
  },
  {
    id: 'R003-08',
    fn: 'tagChosen',
    severity: 'warning',
    keeps: one({ tags: { origin: ['近年来已经表彰'] } }),
    breaks: one({ tags: { origin: [] } }),
    message: '未选择培育/表彰依据。',
  },
  {
    id: 'R003-09a',
    fn: 'noneDominates',
    severity: 'warning',
    keeps: all({ nominations: fine(5, sectors(3)) }),
    breaks: all({ nominations: fine(5, sectors(4)) }),
    message: '推荐对象中企业占80%，请注意结构分布。',
  },
  {
    id: 'R003-09b',
    fn: 'listNoneDominates',
    severity: 'warning',
    keeps: list({ list: fine(100, sectors(60)) }),
    breaks: list({ list: fine(100, sectors(61)) }),
    message: '推荐对象中企业占61%，请注意结构分布。',
  },
  {
    id: 'R003-24a',
    fn: 'photoLargeEnough',
    severity: 'block',
    keeps: photo({}),
    breaks: photo({ width: 413, height: 579 }),
    message: '照片应为JPG且不少于626×413像素，现为579×413。',
  },
  {
    id: 'R003-24b',
    fn: 'photoOfFormat',
    severity: 'block',
    keeps: photo({}),
    breaks: photo({ format: 'png' }),
    message: '照片应为JPG格式，现为png格式。',
  },
  {
    id: 'R003-24c',
    fn: 'photoNamedAfterNominee',
    severity: 'block',
    keeps: photo({ name: '张某.JPG' }),
    breaks: photo({ name: 'IMG_001.jpg' }),
    message: '文件名应为“张某.jpg”。',
  },
  {
    id: 'R003-24d',
    fn: 'photoBackgroundRight',
    severity: 'warning',
    keeps: photo({}),
    breaks: photo({ whiteShare: 0.89 }),
    message: '照片应为白色背景；检测到底色不是白色，请核对。',
  },
  {
    id: 'R003-25a',
    fn: 'countAbout',
    severity: 'reason',
    keeps: member({ summary: '字'.repeat(160) }),
    breaks: member({ summary: '字'.repeat(159) }),
    message: '简要事迹159字（要求200字左右）。',
  },
  {
    id: 'R003-25b',
    fn: 'countAbout',
    severity: 'reason',
    keeps: one({ articles: { article: text('字'.repeat(2400)) } }),
    breaks: one({ articles: { article: text('字'.repeat(2401)) } }),
    message: '事迹材料2401字（要求2000字左右）。',
  },
  {
    id: 'R003-25c',
    fn: 'materialsPresent',
    severity: 'block',
    keeps: one({ articles: { article: text('正文。') } }),
    breaks: one({}),
    message: '缺少事迹材料。',
  },
  {
    id: 'R003-29',
    fn: 'nominatedOnce',
    severity: 'block',
    keeps: one({ sameIdentity: [] }),
    breaks: one({
      sameIdentity: [{ nomination: 'n9', category: 'top-member', categoryName: '十佳共产党员', unitName: '修武县' }],
    }),
    message: '张某已列入“十佳共产党员”。',
  },
  {
    id: 'R003-31',
    fn: 'checklistAnswered',
    severity: 'manual',
    keeps: one({
      checklist: [
        { item: 'advanced', answer: 'yes' },
        { item: 'spread', answer: 'no', note: '同一领域已有3名' },
      ],
    }),
    breaks: one({}),
    message: '请填写先进性、代表性、时代性审核意见。',
  },
  {
    id: 'R003-32a',
    fn: 'emphasisExplained',
    severity: 'warning',
    keeps: one({ emphasised: true, emphasisReason: '具备鲜明时代特征。' }),
    breaks: one({ emphasised: true, emphasisReason: ' ' }),
    message: '重点推荐须填写理由。',
  },
  {
    id: 'R003-32b',
    fn: 'emphasisAllowed',
    severity: 'warning',
    keeps: one({ category: 'top-member', emphasised: true }),
    breaks: one({ category: 'fine-member', emphasised: true }),
    message: '重点推荐只用于十佳基层党组织、十佳共产党员。',
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
    id: 'R003-23b',
    fn: 'oneAnswered',
    severity: 'block',
    keeps: photo({}),
    breaks: one({ ...answered(jiaozuo, 'top-member', { photo: null }, today) }),
    message: '缺少电子照片。',
  },
  {
    id: 'F-01',
    fn: 'answerNotIn',
    severity: 'reason',
    keeps: member({ politicalStatus: '中共党员' }),
    breaks: member({ politicalStatus: '中共预备党员' }),
    message: '推荐对象应为中共党员；推荐预备党员的，请说明理由。',
  },
]

/** Seed 003: every binding of the plan, kept and broken. */
export const jiaozuoCases: Case[] = [...nomineeCases, ...jiaozuoUnitCases, ...jiaozuoCityCases]
