import type { Article } from '#kernel/forms/shared/index.ts'
import { documentOf, paragraph } from './build.ts'
import type { Document } from './model.ts'
import type { DocumentProfile } from './profiles.ts'

const STYLES = ['body', 'heading1', 'heading2'] as const

/** 典型材料 as a document (000 附件4): two blank lines, title, subtitle after a dash, one blank line, the text. */
export const articleDocument = (article: Article, profile: DocumentProfile, banner?: string): Document =>
  documentOf(
    article.title,
    profile,
    [
      paragraph(''),
      paragraph(''),
      paragraph(article.title, { style: 'title', align: 'center' }),
      ...(article.subtitle ? [paragraph(`——${article.subtitle}`, { style: 'subtitle', align: 'center' })] : []),
      paragraph(''),
      ...article.paragraphs.map(({ level, text }) =>
        paragraph(text, { style: STYLES[level], indent: 2, align: level === 0 ? 'justify' : 'left' }),
      ),
    ],
    banner ? { banner } : {},
  )
