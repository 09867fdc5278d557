import { type PaperFormat, paperFormats } from '#kernel/documents/shared/index.ts'
import type { Plan } from '../../shared/index.ts'
import { blankForms } from '../blank/blank.ts'

type Props = { slug: string; plan: Plan; formats: readonly PaperFormat[] }

/** Empty forms to fill in by hand, on the public page of a campaign. */
export const BlankForms = ({ slug, plan, formats }: Props) => {
  const forms = blankForms(plan)
  if (forms.length === 0) return null
  return (
    <>
      <h2>空白表下载</h2>
      <ul>
        {forms.map(({ key, name }) => (
          <li>
            {`${name}：`}
            {formats.map((format, index) => (
              <>
                {index > 0 && '　'}
                <a
                  href={`/selection/${slug}/forms/${key}/${format}`}
                  aria-label={`下载${name}，${paperFormats[format]}`}
                >
                  {paperFormats[format]}
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
