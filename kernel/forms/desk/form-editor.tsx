import { useMemo, useRef } from 'react'
import { type Answers, appliesTo, type FieldFinding, type FormDefinition, type StoredUpload } from '../shared/index.ts'
import { type Editing, EditingContext } from './editor-context.ts'
import { FieldEditor } from './field-editor.tsx'
import { setAnswers } from './set-answer.ts'
import './forms.css'

export type FormEditorProps = {
  form: FormDefinition
  answers: Answers
  /** What was found, by path; shown beside the fields. */
  findings: FieldFinding[]
  /** The whole answers after a change, and the paths that changed. */
  onChange: (answers: Answers, paths: string[]) => void
  readOnly?: boolean
  /** Who is typing: the organiser's fields are closed to a unit. */
  by?: 'unit' | 'organiser'
  /** The plan's class of the unit; fields meant for others are left out. */
  unitClass?: string
  upload?: (file: File) => Promise<StoredUpload>
  fileUrl?: (fileId: string) => string
}

/** A form as a page: sections of labelled fields, each with its findings. `focusField(path)` of the desk jumps to one. */
export const FormEditor = (props: FormEditorProps) => {
  const { form, answers, findings, onChange, readOnly = false, by = 'unit', unitClass, upload, fileUrl } = props
  // Two changes in one turn (a blur and a click) must not undo each other before React has rendered the first.
  const latest = useRef(answers)
  latest.current = answers
  const editing = useMemo<Editing>(
    () => ({
      form,
      answers,
      findings,
      readOnly,
      by,
      ...(upload && { upload }),
      ...(fileUrl && { fileUrl }),
      set: changes => {
        latest.current = setAnswers(latest.current, changes)
        onChange(latest.current, Object.keys(changes))
      },
    }),
    [form, answers, findings, readOnly, by, upload, fileUrl, onChange],
  )
  return (
    <EditingContext.Provider value={editing}>
      <div className="form-page">
        {form.sections.map(({ title, hint, fields }) => (
          <section key={title} className="form-section" aria-label={title}>
            <h2>{title}</h2>
            {hint && <p className="field-hint">{hint}</p>}
            <div className="form-fields">
              {fields
                .filter(field => appliesTo(field, unitClass))
                .map(field => (
                  <FieldEditor key={field.key} field={field} path={field.key} value={answers[field.key]} />
                ))}
            </div>
          </section>
        ))}
      </div>
    </EditingContext.Provider>
  )
}
