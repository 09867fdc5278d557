import type { Article } from '../shared/index.ts'
import './forms.css'

/** A text to read: title, subtitle, headings and indented paragraphs, as it is printed. */
export const ArticleView = ({ article, untitled }: { article: Article; untitled: string }) => (
  <article className="article-view">
    <h3 className="article-view-title">{article.title || untitled}</h3>
    {article.subtitle && <p className="article-view-subtitle">——{article.subtitle}</p>}
    {article.paragraphs.map(({ level, text }, index) =>
      // Paragraphs have no identity but their place.
      level === 0 ? <p key={index}>{text}</p> : <h4 key={index}>{text}</h4>,
    )}
  </article>
)
