import { FormView } from '#kernel/forms/desk/index.tsx'
import { type Answers, type Article, countArticle, type FormDefinition } from '#kernel/forms/shared/index.ts'
import { fileUrl } from '../../papers/paper-line.tsx'

type Props = {
  form: FormDefinition
  answers: Answers
  articles: { key: string; name: string; article: Article }[]
  unitClass: string
  /** Show photos; experts may not read the file. */
  photos?: boolean
  onReveal?: (path: string) => Promise<string | undefined>
}

/** A nominee's form and texts, to read. */
export const Material = ({ form, answers, articles, unitClass, photos, onReveal }: Props) => (
  <>
    {articles.map(({ key, name, article }) => (
      <article key={key} className="review-article">
        <p className="review-kind">
          {name}，{countArticle(article)}字
        </p>
        <h2>{article.title}</h2>
        {article.subtitle && <p className="review-subtitle">——{article.subtitle}</p>}
        {article.paragraphs.map(({ level, text }, index) =>
          level === 0 ? <p key={index}>{text}</p> : <h3 key={index}>{text}</h3>,
        )}
      </article>
    ))}
    <FormView
      form={form}
      answers={answers}
      unitClass={unitClass}
      {...(photos && { fileUrl })}
      {...(onReveal && { onReveal })}
    />
  </>
)
