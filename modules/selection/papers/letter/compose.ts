import { loadCalendar } from '#kernel/calendar/index.ts'
import { publicityPeriod } from '#kernel/calendar/shared/index.ts'
import { bulletinBody, decisionBody, forwardingBody, publicityBody } from '#kernel/documents/index.ts'
import { businessToday, type Db } from '#platform/db/index.ts'
import { loadSettings } from '../../campaign/settings.ts'
import type { Campaign } from '../../load.ts'
import { mainStages, type Plan } from '../../shared/index.ts'
import { innerTitle, receptionOf } from '../../stages/publicise/content.ts'
import type { LetterContent, LetterKind } from '../shared/letter-api.ts'
import { type Standing, standingNames } from './lists.ts'

export type Composed = { title: string; content: LetterContent }
type Body = LetterContent['body']
type Parts = { plan: Plan; standing: Standing; body: Body }

const plain = (text: string): Body[number] => ({ level: 0, text })
const heading = (text: string): Body[number] => ({ level: 1, text })

const basisOf = ({ notice }: Plan) => `《${innerTitle(notice.title)}》${notice.number ? `（${notice.number}）` : ''}`
const stagesOf = (plan: Plan) => mainStages(plan).map(({ title }) => title)
const counted = ({ lists }: Standing) => lists.map(({ heading: name, lines }) => `${name}${lines.length}个`).join('、')

const honourWords = ({ plan, standing }: Omit<Parts, 'body'>) => ({
  why: plan.purpose ?? `${plan.title}开展以来，各推荐单位认真组织、严格把关，涌现出一批先进典型`,
  basis: `根据${basisOf(plan)}，经${stagesOf(plan).slice(0, -1).join('、')}，${plan.decider}研究`,
  hope: '希望受到表彰的单位和个人珍惜荣誉、再接再厉，继续发挥示范带动作用',
  call: '各级各单位要以先进典型为榜样，用心用情用力办好群众身边的实事',
  names: `${standing.lists.map(({ heading: name, lines }) => `${lines.length}个${name}`).join('、')}`,
  honours: standing.lists.map(({ heading: honour, lines }) => ({
    names: `附件所列${lines.length}个单位或个人`,
    honour,
  })),
})

/** Bodies that need nothing but the plan and the names. */
const bodies: Record<Exclude<LetterKind, 'publicity'>, (parts: Omit<Parts, 'body'>) => Body> = {
  notice: ({ plan }) => forwardingBody(innerTitle(planPaper(plan)), '请结合工作实际，认真抓好组织实施'),
  consultation: ({ plan, standing }) => [
    plain(
      `根据${basisOf(plan)}要求，现就${plan.title}推荐对象征求你单位意见。推荐对象共${standing.count}个，名单附后。`,
    ),
    plain('请结合职能认真审核，将意见加盖公章后书面反馈我单位。没有异议的，填写“无异议”；有异议的，请说明情况。'),
  ],
  bulletin: parts => bulletinBody(honourWords(parts)),
  decision: parts => decisionBody(honourWords(parts)),
  report: ({ plan, standing }) => [
    plain(`根据${basisOf(plan)}要求，现将${plan.title}推荐情况报告如下。`),
    heading('推荐过程'),
    plain(`本次推选按照${stagesOf(plan).join('、')}的程序进行。`),
    heading('推荐对象审核公示情况'),
    plain('（填写审核、征求意见、公示和异议处理情况）'),
    heading('推荐对象结构分布情况'),
    plain(`目前共有推荐对象${standing.count}个，其中${counted(standing)}。名单附后。`),
    heading('其他需要说明的情况'),
    plain('（没有的写“无”）'),
  ],
  inspection: ({ plan, standing }) => [
    plain(`根据${basisOf(plan)}要求，对${plan.title}候选对象进行了考察，现将情况报告如下。`),
    heading('考察工作情况'),
    plain('（填写考察组组成、考察时间、方式和听取意见的范围）'),
    heading('候选对象综合评价'),
    plain(`共考察候选对象${standing.count}个，其中${counted(standing)}，名单附后，每个候选对象另有考察材料。`),
    heading('存在的不足和建议'),
    plain('（逐条填写）'),
  ],
}

const planPaper = ({ notice }: Plan) => /《(.+)》/u.exec(notice.title)?.[1] ?? notice.title

const titles: Record<LetterKind, (plan: Plan) => string> = {
  publicity: plan => `关于${plan.title}拟表彰对象名单的公示`,
  notice: plan => `关于印发《${innerTitle(planPaper(plan))}》的通知`,
  consultation: plan => `关于征求${plan.title}推荐对象意见的函`,
  bulletin: plan => `关于对${plan.title}先进典型予以表扬的通报`,
  decision: plan => `${plan.decider}关于表彰${plan.title}先进典型的决定`,
  report: plan => `关于${plan.title}推荐情况的报告`,
  inspection: plan => `关于${plan.title}候选对象考察情况的报告`,
}

const addressees: Record<LetterKind, (plan: Plan) => string> = {
  publicity: () => '',
  notice: plan => plan.notice.addressees.join('，'),
  consultation: plan => plan.departments.map(({ name, currentName }) => currentName ?? name).join('、'),
  bulletin: plan => plan.notice.addressees.join('，'),
  decision: plan => plan.notice.addressees.join('，'),
  report: plan => plan.decider,
  inspection: plan => plan.decider,
}

/** 公示: its days are counted by the calendar from today; who publishes later draws it up again. */
const publicity = async (db: Db, campaign: Campaign, standing: Standing): Promise<Body> => {
  const { plan } = campaign
  const stage = plan.stages.findLast(one => one.kind === 'publicise')
  const workdays = stage?.kind === 'publicise' ? stage.minWorkdays : 5
  const publishedOn = await businessToday(db)
  const { countPublishDay } = plan.calendar
  const period = publicityPeriod(await loadCalendar(db), { publishedOn, workdays, countPublishDay })
  const { office, phone, address, email } = receptionOf(plan, await loadSettings(db, campaign.id))
  const contact = (label: string, value: string | undefined) => (value ? [{ label, value }] : [])
  return publicityBody({
    basis: `根据${basisOf(plan)}`,
    method: `经${stagesOf(plan).slice(0, -1).join('、')}，现将${plan.title}名单予以公示`,
    order: standing.order.replace(/。$/u, ''),
    lists: standing.lists.map(({ heading: name, lines }) => ({ heading: name, names: lines })),
    from: publishedOn,
    to: period.lastDay,
    workingDays: workdays,
    office,
    contacts: [...contact('电话', phone), ...contact('邮箱', email), ...contact('地址', address)],
  })
}

/** A letter drawn up from what the campaign holds now; everything in it may be changed before it gets its number. */
export const composeLetter = async (db: Db, campaign: Campaign, kind: LetterKind): Promise<Composed> => {
  const { plan } = campaign
  const standing = await standingNames(db, campaign)
  const body = kind === 'publicity' ? await publicity(db, campaign, standing) : bodies[kind]({ plan, standing })
  const listed = kind !== 'publicity' && kind !== 'notice' && standing.count > 0
  const byDecider = kind === 'decision' || kind === 'bulletin'
  return {
    title: titles[kind](plan),
    content: {
      addressee: addressees[kind](plan),
      body: body.map(paragraph => ({ ...paragraph })),
      annex: listed ? { name: `${plan.title}名单`, lists: standing.lists } : null,
      offices: [byDecider ? plan.decider : plan.organiser.name],
      copyTo: '',
    },
  }
}
