import { EMPTY_OPINION, type FieldOf } from '#kernel/forms/shared/index.ts'
import { linesOf } from '../words.ts'
import { dateFrom, isBlankDate } from './dates.ts'
import { doubtful, type Reading, type Source, sure } from './reading.ts'

const SEAL = /[（(]?\s*(?:推荐)?(?:单位)?(?:公\s*章|盖\s*章|印\s*章)\s*[）)]?/u
const SIGNER = /(?:书记|负责人|组织委员|签字人?|签名)?\s*(?:签字|签名|签章)[^:：\n]{0,12}[:：]?/u
const DATE =
  /(?:\d{4}|[〇○零一二三四五六七八九]{4})?\s*年\s*\S{0,3}\s*月\s*\S{0,3}\s*日|(?:19|20)\d{2}[.-]\d{1,2}[.-]\d{1,2}/u

/** The printed words that ask for the signature (“村（社区）党组织书记签字：”), without the blank behind them. */
const askedBy = (mark: string): string => /^.*?(?:签字|签名)[:：]/u.exec(mark)?.[0] ?? mark

/** Opinion, signer and date of a seal's cell; the seal itself is seen on paper only. */
export const opinionFrom = ({ text }: Source, field: FieldOf<'opinion'>): Reading => {
  const asked = askedBy(field.mark)
  const found = { opinion: [] as string[], signer: '', date: '' }
  for (const line of linesOf(text)) {
    const date = DATE.exec(line)?.[0] ?? ''
    if (date !== '' && !isBlankDate(date)) found.date = dateFrom(date)
    const rest = line.replace(DATE, '').replace(asked, '\u0000').replace(SEAL, '\u0000')
    const marked = rest.includes('\u0000') || SIGNER.test(rest)
    const words = rest.replaceAll('\u0000', '').replace(SIGNER, '').trim()
    if (marked) found.signer ||= words
    else if (words !== '' || (date === '' && found.opinion.length > 0)) found.opinion.push(words)
  }
  const opinion = found.opinion.join('\n').trim()
  const answer = { ...EMPTY_OPINION, opinion, signer: found.signer, date: found.date }
  if (opinion === '' && found.date === '' && found.signer === '') return sure(answer)
  const late = [...found.signer].length > 12
  return late ? doubtful(answer, 0.6, '落款一行没有分清签字人，请核对。') : sure(answer)
}
