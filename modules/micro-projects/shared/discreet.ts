import type { ProblemFinding } from '#platform/http/shared/problem.ts'

/** What a public page must not say of a neighbour: that someone lives alone, is poor, ill or in need of help. */
const telling =
  /独居|孤寡|孤儿|留守|空巢|低保|五保|特困|贫困|困难[户群家老]|患病|重病|大病|残疾|残障|瘫痪|失能|智障|精神病|癌|遗孀|寡妇|失独|服刑|戒毒/
const telephone = /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g

/** A text for the public site: sentences that tell what is nobody's business left out, mobile numbers masked. */
export const discreet = (text: string): string =>
  (text.match(/[^。！？；\n]+[。！？；\n]?/g) ?? [])
    .filter(sentence => !telling.test(sentence))
    .join('')
    .replace(telephone, '（电话略）')
    .trim()

/** A project's name for the public site; one that tells too much is called by what it is. */
export const discreetTitle = (title: string): string => discreet(title) || '为群众办的一件实事'

/** What of a text must not be public, each word and number once, in the order in which they stand. */
export const tellingWords = (text: string): string[] => [
  ...new Set(text.match(new RegExp(`${telling.source}|${telephone.source}`, 'g')) ?? []),
]

/** What will be publicised says what it must not: at its field, with the words to leave out. */
export const tellingFindings = (
  path: string,
  name: string,
  text: string,
  severity: 'block' | 'warning',
): ProblemFinding[] => {
  const words = tellingWords(text)
  if (words.length === 0) return []
  const quoted = words.map(word => `“${word}”`).join('')
  const message = `${name}要公示，不能写${quoted}：不写谁家独居、困难、有病，也不写手机号码，只写办了什么事、方便了多少户。`
  return [{ path, severity, message }]
}
