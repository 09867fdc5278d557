import type { FieldOf } from '../definition/field.ts'
import type { FieldContext, FieldFinding } from '../definition/finding.ts'
import { isCountyCode } from '../regions/index.ts'
import { halfWidth } from '../words/hygiene.ts'
import { isDate } from './date.ts'
import { fault, textKind } from './kind.ts'
import { asMonth } from './month.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of a resident ID's first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export const idCheckDigit = (digits: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return '10X98765432'[sum % 11]!
}

/** Birth (ISO date) and gender that a well-formed 18-character number states; undefined when it is malformed. */
export const readIdNumber = (id: string): { region: string; birth: string; gender: '男' | '女' } | undefined => {
  if (!/^\d{17}[\dX]$/.test(id) || idCheckDigit(id) !== id[17]) return undefined
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDate(birth)) return undefined
  return { region: id.slice(0, 6), birth, gender: Number(id[16]) % 2 === 1 ? '男' : '女' }
}

const malformed = (id: string): FieldFinding => {
  if (/^\d{15}$/.test(id)) {
    return fault('idNumber.fifteen', 'block', '15位身份证号已停止使用，请填写18位公民身份号码。')
  }
  if (!/^\d{17}[\dX]$/.test(id)) {
    return fault('idNumber.format', 'block', `身份证号应为18位，末位可为X，现为${id.length}位。`)
  }
  if (idCheckDigit(id) !== id[17]) return fault('idNumber.check', 'block', '身份证号校验位不正确，请逐位核对。')
  return fault('idNumber.birth', 'block', '身份证号中的出生日期不存在，请逐位核对。')
}

const disagreements = (
  stated: { birth: string; gender: string },
  field: FieldOf<'idNumber'>,
  answers: Record<string, unknown>,
): FieldFinding[] => {
  const gender = field.gender ? answers[field.gender] : undefined
  const birth = field.birth ? String(answers[field.birth] ?? '') : ''
  const findings: FieldFinding[] = []
  if (gender && gender !== stated.gender) {
    findings.push(fault('idNumber.gender', 'block', `性别“${gender}”与身份证号（${stated.gender}）不一致，请核对。`))
  }
  const sameBirth = isDate(birth) ? birth === stated.birth : asMonth(birth) === asMonth(stated.birth)
  if (birth && !sameBirth) {
    const shown = isDate(birth) ? stated.birth : asMonth(stated.birth)
    findings.push(fault('idNumber.birthDiffers', 'block', `出生日期与身份证号（${shown}）不一致，请核对。`))
  }
  return findings
}

const check = (id: string, field: FieldOf<'idNumber'>, context: FieldContext): FieldFinding[] => {
  const stated = readIdNumber(id)
  if (!stated) return [malformed(id)]
  const findings = disagreements(stated, field, context.answers)
  if (stated.birth > context.today) findings.push(fault('idNumber.future', 'block', '身份证号中的出生日期晚于今天。'))
  if (stated.birth < '1900-01-01') {
    findings.push(fault('idNumber.old', 'warning', `身份证号中的出生年份为${stated.birth.slice(0, 4)}年，请核对。`))
  }
  const settled = ['81', '82', '83', '91', '92'].includes(stated.region.slice(0, 2))
  if (!settled && !isCountyCode(stated.region)) {
    const message = `身份证号前6位${stated.region}不在现行区划代码中，可能是旧区划，请核对。`
    findings.push(fault('idNumber.region', 'warning', message))
  }
  return findings
}

/** 公民身份号码, GB 11643: checked for its check character, birth, gender and region. */
export const idNumber = textKind({
  kind: 'idNumber',
  ceiling: 40,
  tidy: value => halfWidth(value).replace(/[\s-]/g, '').toUpperCase(),
  check,
})
