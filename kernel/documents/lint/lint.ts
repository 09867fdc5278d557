import type { z } from 'zod'
import { countWords, type WordLimit } from '#kernel/forms/shared/index.ts'
import type { DocumentProfile } from '../profiles.ts'
import { paragraphsIn, type WordDocument, type WordParagraph } from '../read/model.ts'
import type { LintFinding } from './finding.ts'
import { headingFindings } from './headings.ts'
import { letteringFindings } from './lettering.ts'
import { pageFindings } from './page.ts'
import { articleStyles, type Styled } from './styles.ts'

/** What a file is held against. A part without a profile is not looked at. */
export type LintRequest = {
  /** Layout of the form: everything up to the end of its table. */
  form?: DocumentProfile
  /** Layout of the article: what stands behind the form, or the whole of a file without one. */
  article?: DocumentProfile
  /** 字数 that the article may have, as Word counts. */
  limit?: z.infer<typeof WordLimit>
  /** The name the file should have. */
  name?: { is: string; wanted: string }
  /** Whether the file must be a Word 97-2003 document, and whether it is one. */
  word97?: { is: boolean }
}

export type Parts = { form: Styled[]; article: Styled[] }

/** The paragraphs of a file as form and article: an article begins behind the last table. */
export const partsOf = ({ blocks }: WordDocument, articleOnly: boolean): Parts => {
  const last = articleOnly ? -1 : blocks.findLastIndex(({ kind }) => kind === 'table')
  const cells = blocks.slice(0, last + 1).flatMap(block => (block.kind === 'table' ? paragraphsIn([block]) : []))
  const behind = blocks.slice(last + 1).filter((block): block is WordParagraph => block.kind === 'paragraph')
  const form = cells.filter(({ text }) => text.trim() !== '').map(paragraph => ({ paragraph, style: 'body' as const }))
  return { form, article: articleStyles(behind) }
}

const whole = (code: string, found: string, expected: string, message: string): LintFinding => ({
  code,
  found,
  expected,
  message,
  correctable: false,
})

const lengthFindings = (article: readonly Styled[], max: number | undefined): LintFinding[] => {
  const body = article.filter(({ style }) => style !== 'title' && style !== 'subtitle')
  const count = body.reduce((sum, { paragraph }) => sum + countWords(paragraph.text), 0)
  if (max === undefined || count <= max) return []
  const message = `典型材料正文${count}字，超过${max}字上限${count - max}字，请精简。`
  return [whole('lint.length', `${count}字`, `不超过${max}字`, message)]
}

const fileFindings = ({ name, word97 }: LintRequest): LintFinding[] => [
  ...(word97 && !word97.is
    ? [whole('lint.word97', '不是 .doc', 'Word 97-2003（.doc）', '文件不是Word 97-2003格式（.doc）。')]
    : []),
  ...(name && name.is.normalize('NFC') !== name.wanted.normalize('NFC')
    ? [whole('lint.name', name.is, name.wanted, `文件名应为“${name.wanted}”。`)]
    : []),
]

/** Holds a Word file against its layout: what differs, paragraph by paragraph (R000-09, R000-27, R000-28, R000-29). */
export const lintDocument = (document: WordDocument, request: LintRequest): LintFinding[] => {
  const { form, article } = partsOf(document, request.form === undefined)
  const layout = request.article && article.length > 0 ? request.article : undefined
  return [
    ...fileFindings(request),
    ...(request.form ? letteringFindings(form, request.form) : []),
    ...(layout
      ? [
          ...pageFindings(document.sections.at(-1), layout),
          ...letteringFindings(article, layout),
          ...headingFindings(article),
          ...lengthFindings(article, request.limit?.max),
        ]
      : []),
  ]
}
