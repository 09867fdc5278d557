import type { Field, LeafField } from '../definition/field.ts'
import { group, rows } from './group.ts'
import { awards, mediaReports } from './honours.ts'
import { type AnyKind, kindOf as leafKindOf } from './leaves.ts'
import { declaration, opinion } from './opinion.ts'
import { resume } from './resume.ts'

const COMPOSITES: Record<string, unknown> = { group, rows, awards, mediaReports, opinion, declaration, resume }

/** The kind of any field. */
export const kindOf = (field: Field): AnyKind<Field> =>
  (COMPOSITES[field.kind] ?? leafKindOf(field as LeafField)) as AnyKind<Field>
