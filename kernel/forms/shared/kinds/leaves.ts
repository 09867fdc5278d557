import type { LeafField } from '../definition/field.ts'
import { files, photo } from './attachment.ts'
import { choice, choices } from './choice.ts'
import { date } from './date.ts'
import { idNumber } from './idNumber.ts'
import type { Kind } from './kind.ts'
import { longText } from './longText.ts'
import { month } from './month.ts'
import { nativePlace } from './nativePlace.ts'
import { number } from './number.ts'
import { organisation, organisations, uscc } from './organisation.ts'
import { email, ethnicGroup, gender, name, phone, politicalStatus, postcode } from './person.ts'
import { text } from './text.ts'

const LEAVES = {
  text,
  longText,
  date,
  month,
  number,
  choice,
  choices,
  gender,
  ethnicGroup,
  politicalStatus,
  nativePlace,
  phone,
  postcode,
  email,
  idNumber,
  uscc,
  name,
  organisation,
  organisations,
  photo,
  files,
} satisfies { [K in LeafField['kind']]: Kind<K, never> | object }

/** A kind whose answer type is known at run time only: its own `answer` schema stands between. */
export type AnyKind<F> = {
  kind: string
  answer: Kind<'text', unknown>['answer']
  empty: unknown
  normalise(raw: unknown, field: F): unknown
  isEmpty(answer: unknown): boolean
  validate(
    answer: unknown,
    field: F,
    context: Parameters<Kind<'text', unknown>['validate']>[2],
  ): ReturnType<Kind<'text', unknown>['validate']>
  toText(answer: unknown, field: F): string
}

/** The kind of a field that holds no other fields. */
export const kindOf = (field: LeafField): AnyKind<LeafField> => LEAVES[field.kind] as unknown as AnyKind<LeafField>
