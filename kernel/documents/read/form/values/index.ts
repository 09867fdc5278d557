import type { Field } from '#kernel/forms/shared/index.ts'
import { halfWidth } from '#kernel/forms/shared/index.ts'
import { linesOf, oneLine } from '../words.ts'
import { choiceFrom, choicesFrom, optionsFrom } from './boxes.ts'
import { dateFrom } from './dates.ts'
import { awardsFrom, mediaReportsFrom } from './honours.ts'
import { opinionFrom } from './opinion.ts'
import { type Reading, type Source, sure } from './reading.ts'
import { resumeFrom } from './resume.ts'
import { rowsFromLines } from './rows.ts'

export type { Reading, Source } from './reading.ts'
export { fromTemplate } from './rows.ts'

const dated = ({ text }: Source): Reading => sure(dateFrom(oneLine(text)))

const gendered = ({ text }: Source): Reading => {
  const chosen = optionsFrom(text, ['男', '女'])
  return sure(chosen.length === 1 ? chosen[0] : oneLine(text))
}

const counted = ({ text }: Source, unit = ''): Reading => {
  const plain = halfWidth(oneLine(text)).replace(/\s/gu, '')
  return sure(
    unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain.replace(/[人个名户元件次]$/u, ''),
  )
}

/** Reads what stands in a form's cell as the answer of a field. The form's own tidying and checks follow. */
export const readValue = (source: Source, field: Field): Reading => {
  switch (field.kind) {
    case 'choice':
      return choiceFrom(source, field)
    case 'choices':
      return choicesFrom(source, field)
    case 'gender':
      return gendered(source)
    case 'date':
    case 'month':
      return dated(source)
    case 'number':
      return counted(source, field.unit)
    case 'resume':
      return resumeFrom(source)
    case 'awards':
      return awardsFrom(source)
    case 'mediaReports':
      return mediaReportsFrom(source)
    case 'rows':
      return rowsFromLines(source, field)
    case 'opinion':
      return opinionFrom(source, field)
    case 'longText':
      return sure(linesOf(source.text).join('\n'))
    case 'organisations':
      return sure(linesOf(source.text).join('、'))
    default:
      return sure(oneLine(source.text))
  }
}
