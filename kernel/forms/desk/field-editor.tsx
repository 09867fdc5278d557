import { type ReactNode, useId } from 'react'
import type { Field, FieldOf, LeafField } from '../shared/index.ts'
import { findingsAt, useEditing } from './editor-context.ts'
import { hasSeveral, isWide, labelNotes } from './field-label.ts'
import { FindingList } from './finding-list.tsx'
import { LeafInput } from './inputs/leaf-input.tsx'
import { DeclarationInput, OpinionInput } from './inputs/opinion-input.tsx'
import { FieldRowsInput, TableInput } from './inputs/table-inputs.tsx'

type FieldProps = { field: Field; path: string; value: unknown }

/** Kinds that show the findings of what is inside them themselves, row by row or cell by cell. */
const SHOWS_OWN: Field['kind'][] = ['resume', 'awards', 'mediaReports', 'rows', 'group']

const inputOf = ({ field, path, value }: FieldProps): ReactNode => {
  switch (field.kind) {
    case 'group':
      return <GroupInput field={field} path={path} value={value} />
    case 'rows':
      return <FieldRowsInput field={field} path={path} value={value} />
    case 'resume':
    case 'awards':
    case 'mediaReports':
      return <TableInput field={field} path={path} value={value} />
    case 'opinion':
      return <OpinionInput field={field} path={path} value={value} />
    case 'declaration':
      return <DeclarationInput field={field} path={path} value={value} />
    default:
      return <LeafInput field={field as LeafField} path={path} value={value} />
  }
}

const GroupInput = ({ field, path, value }: { field: FieldOf<'group'>; path: string; value: unknown }) => {
  const cells = (value ?? {}) as Record<string, unknown>
  return (
    <div className="form-fields form-group">
      {field.fields.map(one => (
        <FieldEditor key={one.key} field={one} path={`${path}.${one.key}`} value={cells[one.key]} />
      ))}
    </div>
  )
}

type LabelProps = { id: string; path?: string; children: ReactNode }

/** Names the one control at `path`, or what stands below it. */
const Label = ({ id, path, children }: LabelProps) =>
  path === undefined ? (
    <span id={id} className="field-label">
      {children}
    </span>
  ) : (
    <label id={id} className="field-label" htmlFor={path}>
      {children}
    </label>
  )

/** One field of the page: label, input, hint and what was found, anchored by its path. */
export const FieldEditor = ({ field, path, value }: FieldProps) => {
  const { findings, by } = useEditing()
  const name = useId()
  const locked = field.filledBy === 'organiser' && by === 'unit'
  const several = locked || hasSeveral(field)
  return (
    <div
      className={isWide(field) ? 'form-field wide' : 'form-field'}
      data-path={path}
      {...(several && { role: 'group', 'aria-labelledby': name })}
    >
      <Label id={name} {...(!several && { path })}>
        {field.label}
        {!locked &&
          labelNotes(field).map(note => (
            <span key={note} className="field-note">
              {note}
            </span>
          ))}
      </Label>
      {locked ? <p className="field-locked">由主办单位填写</p> : inputOf({ field, path, value })}
      {field.hint && !locked && <p className="field-hint">{field.hint}</p>}
      <FindingList findings={findingsAt(findings, path, !SHOWS_OWN.includes(field.kind))} />
    </div>
  )
}
