import { headingLevel } from '#kernel/forms/shared/index.ts'
import type { Style } from '../profiles.ts'
import type { WordParagraph } from '../read/model.ts'

/** A paragraph with the kind of lettering that it should have. */
export type Styled = { paragraph: WordParagraph; style: Style }

const DASH = /^(?:——|--|—|－－)/u

/** What each paragraph of an article is: centred lines at the head are its title and subtitle, headings tell by number. */
export const articleStyles = (paragraphs: readonly WordParagraph[]): Styled[] => {
  const filled = paragraphs.filter(({ text }) => text.trim() !== '')
  const body = filled.findIndex(({ align, text }) => align !== 'center' && !DASH.test(text.trim()))
  let dashed = false
  return filled.map((paragraph, at): Styled => {
    const text = paragraph.text.trim()
    if (at < body) {
      dashed ||= DASH.test(text)
      return { paragraph, style: dashed ? 'subtitle' : 'title' }
    }
    const level = headingLevel(text)
    return { paragraph, style: level === 1 ? 'heading1' : level === 2 ? 'heading2' : 'body' }
  })
}
