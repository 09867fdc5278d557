import { connectedChannels } from '#kernel/notifications/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { wechatReady } from '../identity/wechat.ts'
import { isPublicHttps } from '../origin.ts'
import { type Rules, ruleFlaws } from '../shared/index.ts'
import type { Election } from './load.ts'

export type Check = { key: string; state: 'done' | 'warn' | 'block'; message: string }

/** What is looked at before the freeze: what is missing blocks, what is unwise warns. */
export const checklist = async (db: Db, election: Election): Promise<Check[]> => [
  ...ruleChecks(election),
  await censusCheck(db, election),
  await witnessCheck(db, election.id, election.rules),
  ...platformChecks(election.rules),
]

const ruleChecks = ({ rules, begun, ended }: Election): Check[] => {
  const flaws = ruleFlaws(rules)
  const voids = '没有作废理由：开票后任何选票都不能作废。'
  return [
    check('rules', flaws.length === 0, '规则与候选名单完整一致。', flaws.join('')),
    check('candidates', rules.categories.length > 0, `共${candidatesOf(rules)}名候选对象。`, '没有候选对象。'),
    check('window', !ended, '投票时间还没有过。', '截止时间已经过了，请改投票时间。'),
    check('time', !begun, '冻结在开始投票之前。', '开始时间已到，冻结后立即开始投票。', 'warn'),
    check('voids', rules.voidReasons.length > 0, '作废理由已写明。', voids, 'warn'),
  ]
}

const platformChecks = ({ eligibility }: Rules): Check[] => {
  const noSms = '短信通道没有接入，验证码只留在发件箱里，投票人收不到。'
  const noHttps = '网站地址不是HTTPS：页面在途中可能被人改动，正式投票须用HTTPS。'
  const wechat = !eligibility.wechat || wechatReady()
  return [
    check('sms', connectedChannels().includes('sms'), '短信通道已接入。', noSms, 'warn'),
    check('https', isPublicHttps(), '网站地址是HTTPS。', noHttps, 'warn'),
    check('wechat', wechat, '微信接入无误。', '规则要求微信授权，但平台没有接入微信。'),
  ]
}

const check = (key: string, done: boolean, yes: string, no: string, otherwise: 'warn' | 'block' = 'block'): Check => ({
  key,
  state: done ? 'done' : otherwise,
  message: done ? yes : no,
})

const candidatesOf = ({ categories }: Rules) => categories.reduce((sum, { candidates }) => sum + candidates.length, 0)

const censusCheck = async (db: Db, { id, rules }: Election): Promise<Check> => {
  if (rules.eligibility.census === 'none') return check('census', true, '不核对名册，凭手机验证码投票。', '')
  const { rows } = await sql<{ listed: number; strange: number }>`
    select count(*) as listed,
      count(*) filter (where group_key <> all(${rules.groups.map(({ key }) => key)}::text[])) as strange
    from ballot.census where election_id = ${id}`.execute(db)
  const { listed, strange } = rows[0]!
  if (strange > 0) return check('census', false, '', `名册里有${strange}人的分组不在规则里，请重新导入名册。`)
  return check('census', listed > 0, `名册已导入${listed}人。`, '还没有导入名册。')
}

/** Two copies outside this house, each of them with a place to go. */
const witnessCheck = async (db: Db, id: number, { witnesses }: Rules): Promise<Check> => {
  const { rows } = await sql<{ name: string }>`
    select name from ballot.witness where election_id = ${id} order by name`.execute(db)
  const reached = rows.map(({ name }) => name)
  const lost = witnesses.filter(name => !reached.includes(name))
  if (lost.length > 0 || reached.length > witnesses.length)
    return check('witnesses', false, '', '见证方名单与送达方式不一致，请补全后再冻结。')
  return check(
    'witnesses',
    reached.length >= 2,
    '树头送两个以上外部见证方。',
    '外部见证方不足两个，公信力会打折扣。',
    'warn',
  )
}
