import { firstWords, type LintFinding } from './finding.ts'
import type { Styled } from './styles.ts'

const DIGITS = '一二三四五六七八九'

/** 十二 → 12. */
const counted = (text: string): number => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const high = text.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens!) + 1) * 10 : 0
  return high + (ones ? DIGITS.indexOf(ones) + 1 : 0)
}

const NUMBER = { heading1: /^([一二三四五六七八九十]{1,3})、/u, heading2: /^[（(]([一二三四五六七八九十]{1,3})[）)]/u }
const shown = (style: keyof typeof NUMBER, number: number) => {
  const words = number <= 10 ? '一二三四五六七八九十'[number - 1] : `第${number}`
  return style === 'heading1' ? `${words}、` : `（${words}）`
}

const finding = ({ paragraph }: Styled, found: string, expected: string): LintFinding => {
  const words = firstWords(paragraph.text)
  const message = `第${paragraph.number}段（“${words}”）${found}，应为${expected}。`
  return { code: 'lint.heading', paragraph: paragraph.number, words, found, expected, message, correctable: false }
}

/** Headings whose numbers skip or that stand under none of the level above; `1、` for `1.`, half-width brackets. */
export const headingFindings = (styled: readonly Styled[]): LintFinding[] => {
  const findings: LintFinding[] = []
  const last = { heading1: 0, heading2: 0 }
  for (const one of styled) {
    const text = one.paragraph.text.trim()
    if (one.style === 'heading1' || one.style === 'heading2') {
      const number = counted(NUMBER[one.style].exec(text)?.[1] ?? '')
      const expected = last[one.style] + 1
      if (one.style === 'heading2' && last.heading1 === 0)
        findings.push(finding(one, '二级标题前没有一级标题', '先有“一、”再有“（一）”'))
      else if (number !== expected) findings.push(finding(one, '标题序号不连续', `“${shown(one.style, expected)}”`))
      if (one.style === 'heading2' && /^\(/.test(text)) findings.push(finding(one, '标题括号为半角', '全角“（）”'))
      last[one.style] = number
      if (one.style === 'heading1') last.heading2 = 0
    } else if (one.style === 'body' && /^\d{1,2}[、．]/u.test(text))
      findings.push(finding(one, `三级标题写作“${/^\d+./u.exec(text)?.[0]}”`, `“${/^\d+/.exec(text)?.[0]}.”`))
  }
  return findings
}
