import type { Child } from 'hono/jsx'

type Option = { value: string; label: string }

export type FormFieldProps = {
  name: string
  label: string
  /** Default a single line. */
  kind?: 'text' | 'tel' | 'email' | 'date' | 'search' | 'textarea' | 'select' | 'file'
  /** Below the label: what belongs here. */
  hint?: Child
  /** What is wrong and what to do; the typed value stays. */
  error?: string
  value?: string
  required?: boolean
  options?: Option[]
  rows?: number
  maxlength?: number
  autocomplete?: string
  inputmode?: 'numeric' | 'tel' | 'text'
  accept?: string
  multiple?: boolean
}

/** One question of a form: label above, hint, error, all tied to the field for screen readers. */
export const FormField = (props: FormFieldProps) => (
  <div class={props.error ? 'field field-wrong' : 'field'}>
    <label for={fieldId(props.name)}>
      {props.label}
      {!props.required && <span class="optional">（选填）</span>}
    </label>
    <FieldNotes {...props} />
    <Control {...props} />
  </div>
)

type ChoiceFieldProps = Pick<FormFieldProps, 'name' | 'label' | 'hint' | 'error' | 'required'> & {
  options: Option[]
  chosen?: string[]
  /** Several may be chosen. */
  several?: boolean
}

/** A question answered by choosing: round marks for one, square ones for several. */
export const ChoiceField = ({ options, chosen = [], several, ...props }: ChoiceFieldProps) => (
  <fieldset
    class={props.error ? 'field field-wrong' : 'field'}
    id={fieldId(props.name)}
    tabindex={-1}
    aria-describedby={notes(props)}
  >
    <legend>{props.label}</legend>
    <FieldNotes {...props} />
    {options.map(({ value, label }) => (
      <label class="choice">
        <input
          type={several ? 'checkbox' : 'radio'}
          name={props.name}
          value={value}
          checked={chosen.includes(value)}
          required={Boolean(props.required) && !several}
        />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
)

/** The errors of a form that came back, at its head; each leads to its field. */
export const ErrorSummary = ({ errors }: { errors: { name: string; message: string }[] }) =>
  errors.length === 0 ? null : (
    <div class="error-summary" role="alert" tabindex={-1}>
      <h2>有{errors.length}处需要改正，您填写的内容都在</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li>
            <a href={`#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )

/** Where one stands in a form of several pages. */
export const FormSteps = ({ steps, current }: { steps: string[]; current: number }) => (
  <ol class="form-steps num" aria-label={`第${current + 1}步，共${steps.length}步`}>
    {steps.map((step, place) => (
      <li
        class={place === current ? 'now' : place < current ? 'past' : 'next'}
        aria-current={place === current ? 'step' : undefined}
      >
        <b>{place + 1}</b>
        {step}
      </li>
    ))}
  </ol>
)

const fieldId = (name: string) => `field-${name}`

const notes = ({ name, hint, error }: Pick<FormFieldProps, 'name' | 'hint' | 'error'>) =>
  [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`].filter(Boolean).join(' ') || undefined

const FieldNotes = ({ name, hint, error }: Pick<FormFieldProps, 'name' | 'hint' | 'error'>) => (
  <>
    {hint && (
      <p class="hint" id={`${fieldId(name)}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="error" id={`${fieldId(name)}-error`}>
        {error}
      </p>
    )}
  </>
)

const Control = (props: FormFieldProps) => {
  const { kind = 'text', name, value, rows = 5, options = [] } = props
  const shared = {
    id: fieldId(name),
    name,
    required: Boolean(props.required),
    'aria-describedby': notes(props),
    'aria-invalid': props.error ? ('true' as const) : undefined,
  }
  if (kind === 'textarea')
    return (
      <textarea {...shared} rows={rows} maxlength={props.maxlength}>
        {value}
      </textarea>
    )
  if (kind === 'select')
    return (
      <select {...shared}>
        <option value="">请选择</option>
        {options.map(option => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  const { maxlength, autocomplete, inputmode, accept, multiple } = props
  return <input {...shared} type={kind} {...{ value, maxlength, autocomplete, inputmode, accept, multiple }} />
}
