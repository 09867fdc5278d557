import type { FieldOf } from '../definition/field.ts'
import type { FieldFinding } from '../definition/finding.ts'
import { fault } from '../kinds/kind.ts'
import { limitFindings } from '../kinds/longText.ts'
import { type Article, countArticle } from './article.ts'

/** At least one heading `一、` (R000-25). */
export const hasFirstLevelHeading = (article: Article): boolean => article.paragraphs.some(({ level }) => level === 1)

/** At least one Arabic figure in the body: 有数字、案例支撑 (R000-25). */
export const hasFigures = (article: Article): boolean => article.paragraphs.some(({ text }) => /[\d０-９]/u.test(text))

/** A title that calls the article a work summary (R000-25). */
export const looksLikeSummary = (article: Article): boolean => /工作总结|年度总结|总结报告/u.test(article.title)

/** Headings of the second level that stand under none of the first, and first-level numbers that skip. */
export const hasHeadingGap = (article: Article): boolean => {
  const levels = article.paragraphs.map(({ level }) => level).filter(level => level > 0)
  return levels[0] === 2
}

/** Whether nothing has been written yet. */
export const isEmptyArticle = (article: Article): boolean =>
  article.title === '' && article.paragraphs.every(({ text }) => text === '')

/** Findings of the requirements on form and content (附件4), all of them advice; paths below `article`. */
export const articleAdvice = (article: Article): FieldFinding[] => {
  if (isEmptyArticle(article)) return []
  const findings: FieldFinding[] = []
  const advise = (code: string, message: string, path: string) => findings.push(fault(code, 'warning', message, path))
  if (article.title === '') advise('article.title', '材料没有主标题，请拟一个主题鲜明的标题。', 'title')
  if (looksLikeSummary(article)) advise('article.summary', '主标题含“工作总结”，材料不要写成工作总结。', 'title')
  if (!hasFirstLevelHeading(article)) advise('article.heading', '材料中没有“一、”样式的一级标题。', 'paragraphs')
  if (hasHeadingGap(article)) advise('article.headingGap', '“（一）”之前没有“一、”，请核对标题层次。', 'paragraphs')
  if (!hasFigures(article)) advise('article.figures', '材料中未发现数据/案例支撑，请补充。', 'paragraphs')
  return findings
}

/** Findings of the article's 字数 limit (R000-04, R001-05, R003-25). */
export const articleLimit = (
  article: Article,
  limit: FieldOf<'longText'>['limit'],
  label = '典型材料',
): FieldFinding[] =>
  limitFindings(`${label}正文`, countArticle(article), limit).map(finding => ({ ...finding, path: 'paragraphs' }))
