import type { ProblemFinding } from '#platform/http/shared/problem.ts'
import { itemsOf, type NoticeContent } from './content.ts'
import type { NoticeKind } from './states.ts'

const idNumber = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dXx])/
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/

const block = (path: string, message: string): ProblemFinding => ({ path, severity: 'block', message })

/** No ID number and no full mobile number of a nominee stands in a public list (standards §3, PIPL art. 6). */
export const privacyFindings = (title: string, content: NoticeContent): ProblemFinding[] => {
  const texts: [string, string | undefined][] = [
    ['title', title],
    ['content.intro', content.intro],
  ]
  content.sections.forEach((section, s) => {
    texts.push([`content.sections.${s}.text`, section.text])
    section.items.forEach((item, i) => {
      texts.push([`content.sections.${s}.items.${i}`, [item.name, item.unit, item.post, item.note].join(' ')])
    })
  })
  return texts.flatMap(([path, text = '']) => {
    const halfWidth = text.normalize('NFKC')
    if (idNumber.test(halfWidth)) return [block(path, '含有身份证号码，不得公开，请删去。')]
    return mobile.test(halfWidth) ? [block(path, '含有完整的手机号码，不得公开，请删去或改用办公电话。')] : []
  })
}

/** What must be there before a notice goes to review: names each with a unit, and where to object. */
export const readinessFindings = (kind: NoticeKind, content: NoticeContent): ProblemFinding[] => {
  const findings: ProblemFinding[] = []
  if (kind === 'publicity' && itemsOf(content).length === 0) findings.push(block('content.sections', '名单是空的。'))
  if (kind === 'publicity' && !content.objection.phone)
    findings.push(block('content.objection.phone', '请填写受理电话。'))
  const keys = itemsOf(content).map(item => item.key)
  const twice = keys.find((key, place) => keys.indexOf(key) !== place)
  if (twice) findings.push(block('content.sections', `名单中有重复的一项（${twice}），请删去一处。`))
  return findings
}
