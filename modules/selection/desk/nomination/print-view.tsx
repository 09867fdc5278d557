import { ArticleView, FormView } from '#kernel/forms/desk/index.tsx'
import type { FormDefinition } from '#kernel/forms/shared/index.ts'
import type { PlanMaterial } from '../../shared/index.ts'
import { fileUrl } from '../papers/paper-line.tsx'
import { articleOf, type Content } from './editing.ts'

type Props = { form: FormDefinition; content: Content; texts: PlanMaterial[]; unitClass: string }

/** What the editor prints: answers instead of boxes. The annex's own layout is the Word file. */
export const PrintView = ({ form, content, texts, unitClass }: Props) => (
  <div className="print-only">
    <FormView form={form} answers={content.answers} unitClass={unitClass} fileUrl={fileUrl} />
    {texts.map(({ key, name }) => (
      <ArticleView key={key} article={articleOf(content.articles, key)} untitled={name} />
    ))}
  </div>
)
