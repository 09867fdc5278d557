import type { DocumentProfile } from '../profiles.ts'
import { PAGE, type WordSection } from '../read/model.ts'
import type { LintFinding } from './finding.ts'
import { fontName, sameFont, sizeName } from './fonts.ts'

const SIDES = { top: '上', bottom: '下', left: '左', right: '右' } as const
/** Differences up to this are the program's rounding, mm. */
const TOLERANCE = 1
const cm = (mm: number) => `${Math.round(mm) / 10}厘米`

const finding = (code: string, found: string, expected: string, correctable = true): LintFinding => ({
  code,
  found,
  expected,
  message: `${found}不符合要求：${expected}。`,
  correctable,
})

const marginFindings = (section: WordSection, { margins }: DocumentProfile): LintFinding[] =>
  (Object.keys(SIDES) as (keyof typeof SIDES)[])
    .filter(side => Math.abs(section.margins[side] - margins[side]) > TOLERANCE)
    .map(side => {
      const [is, wanted] = [section.margins[side], margins[side]].map(cm)
      return finding('lint.margin', `${SIDES[side]}边距${is}`, `${SIDES[side]}边距${wanted}`)
    })

const numberFindings = (section: WordSection, { pageNumber }: DocumentProfile): LintFinding[] => {
  if (!pageNumber) return []
  const { pattern, font, size } = pageNumber
  const wanted = `页码居中，“${pattern === 'bare' ? '1' : '— 1 —'}”样式，${fontName(font)}${sizeName(size)}`
  const footer = section.footers.find(({ text }) => text.includes(PAGE))
  if (!footer) return [finding('lint.pageNumber', '没有页码', wanted)]
  const words = footer.text.trim().replace(PAGE, '1')
  const run = footer.runs.find(({ text }) => text.includes(PAGE))
  const differs = [
    pattern === 'bare' && words !== '1' ? `样式为“${words}”` : '',
    pattern === 'dashed' && !/^[—–-]\s*1\s*[—–-]$/u.test(words) ? `样式为“${words}”` : '',
    run?.size !== undefined && run.size !== size ? sizeName(run.size) : '',
    run?.ascii !== undefined && !sameFont(run.ascii, font) ? fontName(run.ascii) : '',
  ].filter(text => text !== '')
  return differs.length === 0 ? [] : [finding('lint.pageNumber', `页码${differs.join('、')}`, wanted, false)]
}

/** Paper, margins and page number of a section (R000-27). */
export const pageFindings = (section: WordSection | undefined, profile: DocumentProfile): LintFinding[] => {
  if (!section) return []
  const { width, height } = profile.page ?? { width: 210, height: 297 }
  const otherPaper = Math.abs(section.width - width) > TOLERANCE || Math.abs(section.height - height) > TOLERANCE
  const paper = otherPaper
    ? [finding('lint.paper', `纸张${section.width}×${section.height}毫米`, `纸张${width}×${height}毫米（A4）`)]
    : []
  return [...paper, ...marginFindings(section, profile), ...numberFindings(section, profile)]
}
