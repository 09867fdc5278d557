import { codePoints } from '../words/hygiene.ts'
import { fault, textKind } from './kind.ts'

/** One line of words without a form of its own. */
export const text = textKind({
  kind: 'text',
  ceiling: 1000,
  check: (value, field) => {
    const length = codePoints(value)
    if (length > field.maxLength) {
      return [fault('text.tooLong', 'block', `“${field.label}”共${length}个字符，最多${field.maxLength}个，请精简。`)]
    }
    if (field.pattern && !new RegExp(field.pattern, 'u').test(value)) {
      return [fault('text.pattern', 'block', `“${field.label}”格式不正确。${field.hint ?? ''}`)]
    }
    return []
  },
})
