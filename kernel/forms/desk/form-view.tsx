import { Fragment, type ReactNode } from 'react'
import { RedlineText } from '#platform/ui/desk/index.ts'
import {
  type Answers,
  answerAt,
  answerText,
  appliesTo,
  type Field,
  type FormDefinition,
  holdsPrivate,
  isPrivate,
  type LeafField,
  type PhotoAnswer,
  redline,
} from '../shared/index.ts'
import { Masked } from './masked.tsx'
import { RowsView } from './rows-view.tsx'
import './forms.css'

export type FormViewProps = {
  form: FormDefinition
  answers: Answers
  /** Earlier answers: what changed since is shown as a redline. */
  before?: Answers
  unitClass?: string
  fileUrl?: (fileId: string) => string
  /** Asked before a masked answer is shown; resolves with the full text, and the server records it. */
  onReveal?: (path: string) => Promise<string | undefined>
}

export type LineProps = FormViewProps & { field: Field | LeafField; path: string }

/** One answer to read. */
export const Value = (props: LineProps): ReactNode => {
  const { field, path, answers, before, fileUrl } = props
  const answer = answerAt(answers, path)
  if (field.kind === 'photo' && answer && fileUrl) {
    const photo = answer as PhotoAnswer
    return <img className="photo-frame" src={fileUrl(photo.fileId)} alt={field.label} />
  }
  const text = answerText(field as Field, answer)
  if (isPrivate(field)) return <Masked {...props} />
  if (field.kind === 'rows' && !before && holdsPrivate(field)) return <RowsView {...props} field={field} />
  if (before) return <RedlineText parts={redline(answerText(field as Field, answerAt(before, path)), text)} />
  return text === '' ? <span className="view-empty">未填写</span> : text
}

const leaves = (field: Field, path: string): { field: Field | LeafField; path: string }[] =>
  field.kind === 'group' ? field.fields.map(one => ({ field: one, path: `${path}.${one.key}` })) : [{ field, path }]

const Lines = (props: LineProps) => (
  <>
    {leaves(props.field, props.path).map(({ field, path }) => (
      <Fragment key={path}>
        <dt>{props.field.kind === 'group' ? `${props.field.label}·${field.label}` : field.label}</dt>
        <dd data-path={path}>
          <Value {...props} field={field} path={path} />
        </dd>
      </Fragment>
    ))}
  </>
)

/** A form to read: sections of labels and answers, sensitive ones masked until asked for. */
export const FormView = (props: FormViewProps) => (
  <div className="form-page form-view">
    {props.form.sections.map(({ title, fields }) => (
      <section key={title} className="form-section" aria-label={title}>
        <h2>{title}</h2>
        <dl>
          {fields
            .filter(field => appliesTo(field, props.unitClass))
            .map(field => (
              <Lines key={field.key} {...props} field={field} path={field.key} />
            ))}
        </dl>
      </section>
    ))}
  </div>
)
