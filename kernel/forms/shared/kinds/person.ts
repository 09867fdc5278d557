import { halfWidth, hasPrivateUse } from '../words/hygiene.ts'
import { fault, textKind } from './kind.ts'

/** Middle dots of other keyboards become U+00B7, the only one names use (standards §5). */
const oneDot = (text: string) => text.replace(/[\u2022\u2027\u30fb\uff65\u0387\u22c5]/gu, '·')

/** `张　三` → `张三`; spaces between Latin words stay. */
export const tidyName = (text: string): string =>
  oneDot(text).replace(/([\p{Script=Han}·])\s+(?=[\p{Script=Han}·])/gu, '$1')

const NAME = /^[\p{Script=Han}\p{Script=Latin}·.\- ]+$/u

/** A person's name, rare characters and ethnic names included. */
export const name = textKind({
  kind: 'name',
  ceiling: 50,
  tidy: tidyName,
  check: (value, field) => {
    if (hasPrivateUse(value)) {
      const message = `“${field.label}”中有只在个别电脑上显示的自造字，请改用国标汉字（可从公安户籍系统核对字形）。`
      return [fault('name.privateUse', 'block', message)]
    }
    if (!NAME.test(value)) return [fault('name.format', 'block', `“${field.label}”只能填写姓名，不含数字和符号。`)]
    return [...value].length < 2 ? [fault('name.short', 'warning', `“${field.label}”只有一个字，请核对。`)] : []
  },
})

export const GENDERS = ['男', '女']

export const gender = textKind({
  kind: 'gender',
  ceiling: 4,
  tidy: value => value.replace(/性$/u, ''),
  check: value => (GENDERS.includes(value) ? [] : [fault('gender.unknown', 'block', '性别应为“男”或“女”。')]),
})

/** The 56 ethnic groups of GB/T 3304 and 其他. */
export const ETHNIC_GROUPS = (
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 ' +
  '傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 ' +
  '仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 ' +
  '鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 其他'
).split(' ')

export const ethnicGroup = textKind({
  kind: 'ethnicGroup',
  ceiling: 20,
  tidy: value => (ETHNIC_GROUPS.includes(`${value}族`) ? `${value}族` : value),
  check: value =>
    ETHNIC_GROUPS.includes(value)
      ? []
      : [fault('ethnicGroup.unknown', 'block', `没有“${value}”这一民族名称，请从列表中选择。`)],
})

/** Political statuses of GB/T 4762, codes 01 to 13. */
export const POLITICAL_STATUSES = (
  '中共党员 中共预备党员 共青团员 民革党员 民盟盟员 民建会员 民进会员 农工党党员 致公党党员 九三学社社员 台盟盟员 ' +
  '无党派人士 群众'
).split(' ')

const SHORT_STATUSES: Record<string, string> = {
  党员: '中共党员',
  中国共产党党员: '中共党员',
  预备党员: '中共预备党员',
  团员: '共青团员',
  无党派民主人士: '无党派人士',
  普通公民: '群众',
}

export const politicalStatus = textKind({
  kind: 'politicalStatus',
  ceiling: 20,
  tidy: value => SHORT_STATUSES[value] ?? value,
  check: (value, field) => {
    if (!POLITICAL_STATUSES.includes(value)) {
      return [fault('politicalStatus.unknown', 'block', `没有“${value}”这一政治面貌，请从列表中选择。`)]
    }
    if (field.reasonFor.includes(value)) {
      return [fault('politicalStatus.reason', 'reason', field.message ?? `政治面貌为“${value}”的，请说明理由。`)]
    }
    if (!field.allowed || field.allowed.includes(value)) return []
    return [fault('politicalStatus.refused', 'block', field.message ?? `政治面貌应为${field.allowed.join('或')}。`)]
  },
})

const PHONES = [/^1[3-9]\d{9}$/, /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/, /^\d{7,8}$/, /^400\d{7}$/, /^1\d{4}$/]

const tidyPhone = (value: string) =>
  halfWidth(value)
    .replace(/[—–－]/gu, '-')
    .replace(/-+/g, '-')
    .replace(/^\((0\d{2,3})\)\s*/, '$1-')
    .replace(/^\+?86-?(?=1[3-9]\d{9}$)/, '')
    .replace(/(\d)\s+(?=\d)/g, '$1')

/** Mobile, landline with area code, or a short local number as printed; several may be separated by 、. */
export const phone = textKind({
  kind: 'phone',
  ceiling: 60,
  tidy: tidyPhone,
  check: (value, field) => {
    const wrong = value.split(/[、,，/;；]/u).filter(part => !PHONES.some(pattern => pattern.test(part.trim())))
    if (wrong.length === 0) return []
    const message = `“${field.label}”中的“${wrong[0]}”不是电话号码，应为11位手机号或“0371-65901234”样式的固定电话。`
    return [fault('phone.format', 'block', message)]
  },
})

export const postcode = textKind({
  kind: 'postcode',
  ceiling: 20,
  tidy: value => halfWidth(value).replace(/\s/g, ''),
  check: (value, field) =>
    /^\d{6}$/.test(value) ? [] : [fault('postcode.format', 'block', `“${field.label}”应为6位数字。`)],
})

export const email = textKind({
  kind: 'email',
  ceiling: 120,
  tidy: value => halfWidth(value).replace(/\s/g, ''),
  check: (value, field) =>
    /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)
      ? []
      : [fault('email.format', 'block', `“${field.label}”应为“name@example.cn”样式的邮箱地址。`)],
})
