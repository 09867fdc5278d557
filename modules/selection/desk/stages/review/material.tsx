import { ArticleView, FormView } from '#kernel/forms/desk/index.tsx'
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
      <div key={key} className="review-article">
        <p className="review-kind">
          {name}，{countArticle(article)}字
        </p>
        <ArticleView article={article} untitled={name} />
      </div>
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
