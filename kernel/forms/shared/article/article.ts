import { z } from 'zod'
import { countWords } from '../words/count.ts'
import { cleanText } from '../words/hygiene.ts'

/** `level` 0 is body text, 1 a heading `一、`, 2 a heading `（一）`. */
export const ArticleParagraph = z.object({
  level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  text: z.string(),
})

/** 典型材料: title, subtitle (“——×××同志典型事迹材料”, stored without the dash), headings and paragraphs. */
export const Article = z.object({
  title: z.string().max(200).default(''),
  subtitle: z.string().max(200).default(''),
  paragraphs: z.array(ArticleParagraph).max(500).default([]),
})
export type ArticleParagraph = z.infer<typeof ArticleParagraph>
export type Article = z.infer<typeof Article>

export const EMPTY_ARTICLE: Article = { title: '', subtitle: '', paragraphs: [] }

const HEADING_1 = /^[一二三四五六七八九十]{1,3}、/u
const HEADING_2 = /^[（(][一二三四五六七八九十]{1,3}[）)]/u
const HEADING_CHARS = 45
const TITLE_CHARS = 60

/** Level of a line: a heading starts with its number, is short, and does not run on into a sentence. */
export const headingLevel = (line: string): ArticleParagraph['level'] => {
  if ([...line].length > HEADING_CHARS || /[。；！？].+/u.test(line)) return 0
  if (HEADING_1.test(line)) return 1
  return HEADING_2.test(line) ? 2 : 0
}

const lines = (text: string) =>
  cleanText(text)
    .split('\n')
    .map(line => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter(line => line !== '')

const paragraph = (text: string): ArticleParagraph => ({ level: headingLevel(text), text })

/** Body text as typed into one box, a paragraph a line; headings are recognised by their numbers. */
export const parseBody = (text: string): ArticleParagraph[] => lines(text).map(paragraph)

/** The body as it stands in the editor's box. */
export const bodyText = (article: Article): string => article.paragraphs.map(({ text }) => text).join('\n')

const looksLikeTitle = (line: string | undefined): line is string =>
  line !== undefined && [...line].length <= TITLE_CHARS && !/[。；]$/u.test(line) && headingLevel(line) === 0

/** A whole article from plain text: a short first line is the title, a next line with a dash the subtitle. */
export const parseArticle = (text: string): Article => {
  const rest = lines(text)
  const title = looksLikeTitle(rest[0]) && rest.length > 1 ? rest.shift()! : ''
  const dashed = /^(?:——|--|—|－－)\s*(.+)$/u.exec(rest[0] ?? '')
  if (dashed) rest.shift()
  return { title, subtitle: dashed?.[1] ?? '', paragraphs: rest.map(paragraph) }
}

/** 字数 of an article (D-01): headings and body, without title and subtitle. */
export const countArticle = (article: Article): number =>
  article.paragraphs.reduce((count, { text }) => count + countWords(text), 0)
