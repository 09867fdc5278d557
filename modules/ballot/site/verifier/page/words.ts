import type { Rule } from '../core/faults.ts'
import type { Report } from '../core/verify.ts'

/** What each rule of docs/ballot.md asks, in a sentence. */
export const ruleWords: Record<string, string> = {
  B01: '文件的每一行都是应有的内容，写法规范',
  B02: '规则、候选名单和公钥完整，指纹与之相符',
  B03: '每一项的内容合乎它的种类，都属于这次评议',
  B04: '开始、选票、截止、作废、定账的先后没有错乱',
  B05: '每个树头都由公布的密钥签名',
  B06: '每个树头与它前面的全部内容相符，没有倒退',
  B07: '最后的树头覆盖了全部内容',
  B08: '每张选票公开的序列号与入账时的承诺相符',
  B09: '每张选票公开的选择与入账时的承诺相符',
  B10: '每张选票的凭证都由所在组的密钥签发',
  B11: '每张选票选的人数和人选合乎规则',
  B12: '一份凭证只算一票，改票次序和次数合乎规则',
  B13: '每张选票都在投票时间之内',
  B14: '每次作废都有事先定下的理由和两名经办人',
  B15: '截止后全部选票都已公开，别的没有混入',
  B16: '发出的凭证不少于使用的，使用的不少于计入的',
  B17: '公布的结果与重新计票的结果完全相同',
  B18: '回执的承诺有效，选票在记录里',
  B19: '这份记录原样接着以前保存的内容',
  B20: '最后的树头与见证单位收到的相同',
}

export const stageWords: Record<Report['stage'], string> = {
  open: '投票进行中（选票尚未公开，只能查验增减和改动）',
  closed: '已经截止（选票尚未公开）',
  final: '结果已经公布',
}

const atClose: Rule[] = ['B14', 'B16']
const atEnd: Rule[] = ['B08', 'B09', 'B10', 'B11', 'B15', 'B17']
const given: Record<string, 'receipts' | 'earlier' | 'witness'> = { B18: 'receipts', B19: 'earlier', B20: 'witness' }

export type Given = { receipts: boolean; earlier: boolean; witness: boolean }

/** Whether a rule could be looked at, and if not, why. */
export const unchecked = (rule: Rule, { stage, document }: Report, files: Given): string | undefined => {
  if (!document && rule !== 'B01' && rule !== 'B02') return '规则文件不能用，后面的没有查'
  const file = given[rule]
  if (file && !files[file]) return '没有提供文件'
  if (stage !== 'final' && atEnd.includes(rule)) return '结果公布以后才能查'
  if (stage === 'open' && atClose.includes(rule)) return '截止以后才能查'
  return undefined
}
