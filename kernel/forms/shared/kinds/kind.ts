import { z } from 'zod'
import type { Field, FieldKindName, FieldOf } from '../definition/field.ts'
import type { FieldContext, FieldFinding, Severity } from '../definition/finding.ts'
import { cleanLine, cleanText, codePoints, isOversize } from '../words/hygiene.ts'

/** What one kind of field knows: the shape of its answer, how to tidy it, whether it is right, how it reads as text. */
export type Kind<K extends FieldKindName, A> = {
  kind: K
  answer: z.ZodType<A>
  empty: A
  /** Tidies what was typed or pasted; never throws, and leaves what it does not understand for `answer` to refuse. */
  normalise(raw: unknown, field: FieldOf<K>): unknown
  isEmpty(answer: A): boolean
  /** Faults of a filled answer; paths are relative to the field. Emptiness is judged by the form. */
  validate(answer: A, field: FieldOf<K>, context: FieldContext): FieldFinding[]
  /** As tables, redlines and Word print it. */
  toText(answer: A, field: FieldOf<K>): string
}

/** A finding at the field itself, or at a path inside it. */
export const fault = (code: string, severity: Severity, message: string, path = ''): FieldFinding => ({
  path,
  code,
  severity,
  message,
})

/** Path of something inside a field: joined with a dot, empty parts left out. */
export const joinPath = (...parts: (string | number)[]): string => parts.filter(part => part !== '').join('.')

type TextOptions<K extends FieldKindName> = {
  kind: K
  /** Most code points stored; the plan's own limits are checked by the kind. */
  ceiling: number
  multiline?: boolean
  tidy?: (text: string, field: FieldOf<K>) => string
  check?: (text: string, field: FieldOf<K>, context: FieldContext) => FieldFinding[]
  toText?: (text: string, field: FieldOf<K>) => string
}

/** Faults of a text too large to be stored at all; `name` is how the message calls it. */
export const ceilingFaults = (text: string, name: string, ceiling: number, path = ''): FieldFinding[] => {
  if (isOversize(text)) {
    const message = `粘贴到${name}的内容超过1MB，未予保存。请只粘贴需要的文字。`
    return [fault('text.oversize', 'block', message, path)]
  }
  const length = codePoints(text)
  if (length <= ceiling) return []
  return [fault('text.ceiling', 'block', `${name}共${length}个字符，最多可保存${ceiling}个，请精简。`, path)]
}

/** Every kind whose answer is one string: cleaning, the ceiling and the 1 MB refusal are the same for all. */
export const textKind = <K extends FieldKindName>(options: TextOptions<K>): Kind<K, string> => ({
  kind: options.kind,
  answer: z.string(),
  empty: '',
  normalise: (raw, field) => {
    if (raw === null || raw === undefined) return ''
    if (typeof raw === 'number') return String(raw)
    if (typeof raw !== 'string' || isOversize(raw)) return raw
    const clean = options.multiline ? cleanText(raw).trim() : cleanLine(raw)
    return options.tidy ? options.tidy(clean, field) : clean
  },
  isEmpty: text => text.trim() === '',
  validate: (text, field, context) => {
    const tooLong = ceilingFaults(text, `“${(field as Field).label}”`, options.ceiling)
    return tooLong.length > 0 ? tooLong : (options.check?.(text, field, context) ?? [])
  },
  toText: (text, field) => options.toText?.(text, field) ?? text,
})
