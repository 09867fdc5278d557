import { type Article, countArticle, type FormDefinition, parseArticle, parseBody } from '#kernel/forms/shared/index.ts'
import type { WordBlock, WordParagraph } from '../model.ts'
import { keyOf } from './words.ts'

/** Fewer characters are a line under the form, not an article. */
const LEAST_WORDS = 80
const DASH = /^(?:——|--|—|－－)\s*/u

/** An article from paragraphs: centred lines at its head are title and subtitle, headings are told by their numbers. */
export const articleFrom = (paragraphs: readonly WordParagraph[]): Article => {
  const filled = paragraphs.filter(({ text }) => text.trim() !== '')
  const body = filled.findIndex(({ align }) => align !== 'center')
  const lead = filled.slice(0, Math.max(0, body)).map(({ text }) => text.trim())
  const all = filled.map(({ text }) => text)
  if (lead.length === 0) return parseArticle(all.join('\n'))
  const dash = lead.findIndex(line => DASH.test(line))
  const end = dash < 0 ? lead.length : dash
  return {
    title: lead.slice(0, end).join(''),
    subtitle: lead.slice(end).join('').replace(DASH, ''),
    paragraphs: parseBody(all.slice(lead.length).join('\n')),
  }
}

/** The article that stands behind a form in the same file (推荐表与事迹材料合并为一个文档); undefined where there is none. */
export const articleAfter = (form: FormDefinition, blocks: readonly WordBlock[]): Article | undefined => {
  const feet = new Set(form.foot.flatMap(foot => ('text' in foot ? [keyOf(foot.text)] : [keyOf(foot.heading)])))
  const paragraphs = blocks.filter(
    (block): block is WordParagraph => block.kind === 'paragraph' && !feet.has(keyOf(block.text)),
  )
  const article = articleFrom(paragraphs)
  return countArticle(article) >= LEAST_WORDS ? article : undefined
}
