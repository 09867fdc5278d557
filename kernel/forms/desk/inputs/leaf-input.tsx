import type { ComponentType } from 'react'
import type { LeafField } from '../../shared/index.ts'
import { ChoiceInput, ChoicesInput, OrganisationsInput } from './choice-input.tsx'
import { FilesInput, PhotoInput } from './file-inputs.tsx'
import { IdNumberInput } from './id-number-input.tsx'
import { type InputProps, LineInput, NativePlaceInput } from './line-input.tsx'
import { LongTextInput } from './long-text.tsx'

const INPUTS = {
  longText: LongTextInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  gender: ChoiceInput,
  ethnicGroup: ChoiceInput,
  politicalStatus: ChoiceInput,
  nativePlace: NativePlaceInput,
  idNumber: IdNumberInput,
  organisations: OrganisationsInput,
  photo: PhotoInput,
  files: FilesInput,
} as unknown as Partial<Record<LeafField['kind'], ComponentType<InputProps>>>

/** The input of a field that holds no other fields; most are one line. */
export const LeafInput = (props: InputProps) => {
  const Input = INPUTS[props.field.kind] ?? LineInput
  return <Input {...props} />
}
