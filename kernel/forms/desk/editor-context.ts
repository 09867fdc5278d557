import { createContext, useContext } from 'react'
import type { Answers, FieldFinding, FormDefinition, StoredUpload } from '../shared/index.ts'

/** What every input of a form shares. */
export type Editing = {
  form: FormDefinition
  answers: Answers
  findings: FieldFinding[]
  readOnly: boolean
  by: 'unit' | 'organiser'
  /** Sets the answer at a path; `fields` of one act go together. */
  set: (changes: Record<string, unknown>) => void
  /** Stores a file; absent where nothing can be uploaded. */
  upload?: (file: File) => Promise<StoredUpload>
  /** Address of a stored file, for preview. */
  fileUrl?: (fileId: string) => string
}

export const EditingContext = createContext<Editing | undefined>(undefined)

/** The form being edited. */
export const useEditing = (): Editing => {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('An input of a form stands outside its FormEditor')
  return editing
}

/** Findings at a path itself and, with `deep`, at everything inside it. */
export const findingsAt = (findings: FieldFinding[], path: string, deep = false): FieldFinding[] =>
  findings.filter(finding => finding.path === path || (deep && finding.path.startsWith(`${path}.`)))

/** Ant Design's status for findings: red for what blocks, amber for the rest. */
export const statusOf = (findings: FieldFinding[]): '' | 'error' | 'warning' => {
  if (findings.some(({ severity }) => severity === 'block')) return 'error'
  return findings.length > 0 ? 'warning' : ''
}
