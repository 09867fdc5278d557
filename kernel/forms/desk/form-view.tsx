import { Button } from 'antd'
import { Fragment, type ReactNode, useState } from 'react'
import { RedlineText } from '#platform/ui/desk/index.ts'
import {
  type Answers,
  answerAt,
  answerText,
  appliesTo,
  type Field,
  type FormDefinition,
  type LeafField,
  maskedText,
  type PhotoAnswer,
  redline,
} from '../shared/index.ts'
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

type LineProps = FormViewProps & { field: Field; path: string }

const Masked = ({ field, path, answers, onReveal }: LineProps) => {
  const [full, setFull] = useState<string>()
  const answer = answerAt(answers, path)
  // The server has hidden it already for who only reads.
  const hidden = typeof answer === 'string' && answer.includes('*') ? answer : maskedText(field, answer)
  if (full !== undefined) return <span className="num">{full}</span>
  return (
    <span className="num">
      {hidden}
      {hidden && onReveal && (
        <Button type="link" size="small" onClick={async () => setFull(await onReveal(path))}>
          查看
        </Button>
      )}
    </span>
  )
}

const Value = (props: LineProps): ReactNode => {
  const { field, path, answers, before, fileUrl } = props
  const answer = answerAt(answers, path)
  if (field.kind === 'photo' && answer && fileUrl) {
    const photo = answer as PhotoAnswer
    return <img className="photo-frame" src={fileUrl(photo.fileId)} alt={field.label} />
  }
  const text = answerText(field, answer)
  if (field.sensitive) return <Masked {...props} />
  if (before) return <RedlineText parts={redline(answerText(field, answerAt(before, path)), text)} />
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
          <Value {...props} field={field as Field} path={path} />
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
