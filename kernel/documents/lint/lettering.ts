import type { DocumentProfile, Lettering } from '../profiles.ts'
import type { WordParagraph, WordRun } from '../read/model.ts'
import { firstWords, type LintFinding } from './finding.ts'
import { fontName, sameFont, sizeName } from './fonts.ts'
import type { Styled } from './styles.ts'

const HAN = /\p{Script=Han}/u
const LATIN = /[A-Za-z0-9]/

type Expected = Lettering & { digits: string }
type Check = { code: string; found: (paragraph: WordParagraph) => string | undefined; expected: string }

const typed = ({ runs }: WordParagraph): WordRun[] =>
  runs.filter(({ automatic, text }) => !automatic && text.trim() !== '')

/** The first run that differs, as a message says it; undefined where none does. */
const differing = (paragraph: WordParagraph, differs: (run: WordRun) => string | undefined) =>
  typed(paragraph)
    .map(differs)
    .find(found => found !== undefined)

const lineName = ({ rule, value }: WordParagraph['line']) => {
  if (rule === 'auto') return `${value}倍行距`
  return `${rule === 'exact' ? '固定值' : '最小值'}${value}磅`
}

const checksFor = ({ font, size, line, digits }: Expected): Check[] => [
  {
    code: 'lint.font',
    expected: `字体${fontName(font)}`,
    found: paragraph =>
      differing(paragraph, run =>
        HAN.test(run.text) && !sameFont(run.eastAsia ?? '', font)
          ? `字体${fontName(run.eastAsia ?? '未设置')}`
          : undefined,
      ),
  },
  {
    code: 'lint.digits',
    expected: `数字和字母用${digits}`,
    found: paragraph =>
      differing(paragraph, run =>
        LATIN.test(run.text) && !sameFont(run.ascii ?? '', digits)
          ? `数字和字母${fontName(run.ascii ?? '未设置')}`
          : undefined,
      ),
  },
  {
    code: 'lint.size',
    expected: `字号${sizeName(size)}`,
    found: paragraph =>
      differing(paragraph, run => ((run.size ?? 10) === size ? undefined : `字号${sizeName(run.size ?? 10)}`)),
  },
  ...(line === undefined
    ? []
    : [
        {
          code: 'lint.line',
          expected: `行距固定值${line}磅`,
          found: ({ line: is }: WordParagraph) =>
            is.rule === 'exact' && Math.abs(is.value - line) < 0.1 ? undefined : `行距${lineName(is)}`,
        },
      ]),
]

/** Fonts, sizes and line distances that differ from the profile, one finding a paragraph and matter (R000-09, R000-27). */
export const letteringFindings = (styled: readonly Styled[], profile: DocumentProfile): LintFinding[] =>
  styled.flatMap(({ paragraph, style }) =>
    checksFor({ ...profile.lettering[style], digits: profile.digits }).flatMap(({ code, expected, found }) => {
      const is = found(paragraph)
      if (is === undefined) return []
      const words = firstWords(paragraph.text)
      const message = `第${paragraph.number}段（“${words}”）${is}不符合要求：${expected}。`
      return [{ code, paragraph: paragraph.number, words, found: is, expected, message, correctable: true }]
    }),
  )
