import type { FootCode, Section } from '../model.ts'
import { type PageNumber, pageOf } from '../profiles.ts'
import { paragraphXml } from './paragraph.ts'
import type { Parts } from './parts.ts'
import { inlineRun } from './picture.ts'
import { runProperties } from './run.ts'
import { NAMESPACES, XML_HEAD } from './xml.ts'

/** Printed size of the code in mm: read by a phone held over it, and no larger than the margin. */
export const CODE_SIZE = 12

type Face = 'odd' | 'even'

/** A head of a page: the banner, or an empty one so that a section does not inherit its predecessor's. */
export const headerXml = ({ banner, profile }: Section): string => {
  const words = banner
    ? paragraphXml({ kind: 'paragraph', style: 'small', align: 'center', runs: [{ text: banner }] }, profile)
    : '<w:p/>'
  return `${XML_HEAD}<w:hdr ${NAMESPACES}>${words}</w:hdr>`
}

const place = ({ place: where, size }: PageNumber, face: Face): string => {
  if (where !== 'outside') return '<w:jc w:val="center"/>'
  const indent = Math.round(size * 20)
  return face === 'odd'
    ? `<w:ind w:rightChars="100" w:right="${indent}"/><w:jc w:val="right"/>`
    : `<w:ind w:leftChars="100" w:left="${indent}"/><w:jc w:val="left"/>`
}

/** The page number as a field: one that a person who edits the file keeps. */
const numberXml = (number: PageNumber, face: Face): string => {
  const letters = runProperties(number, number.font)
  const words = (text: string) => `<w:r>${letters}<w:t xml:space="preserve">${text}</w:t></w:r>`
  const field = `<w:r>${letters}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${letters}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r>${letters}<w:fldChar w:fldCharType="separate"/></w:r>${words('1')}<w:r>${letters}<w:fldChar w:fldCharType="end"/></w:r>`
  const [before, after] = number.pattern === 'dashed' ? [words('— '), words(' —')] : ['', '']
  return `<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0"/>${place(number, face)}</w:pPr>${before}${field}${after}</w:p>`
}

const codeXml = ({ picture, text }: FootCode, { profile }: Section, parts: Parts): string => {
  const image = inlineRun({ data: picture, format: 'png', width: CODE_SIZE, height: CODE_SIZE }, parts)
  const small = profile.lettering.small
  const words = `<w:r>${runProperties(small, profile.digits)}<w:t xml:space="preserve">${text}  </w:t></w:r>`
  return `<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/><w:textAlignment w:val="center"/></w:pPr>${words}${image}</w:p>`
}

/** The number that a section prints, if it prints one. */
export const numberOf = ({ profile, pageNumbers }: Section): PageNumber | undefined =>
  pageNumbers === 'none' ? undefined : profile.pageNumber

/** A foot of a page, odd or even; `first` leaves the number out where the profile has none on the first page. */
export const footerXml = (section: Section, face: Face | 'first', parts: Parts): string => {
  const number = numberOf(section)
  const shown =
    number && !(face === 'first' && number.notOnFirst) ? numberXml(number, face === 'even' ? 'even' : 'odd') : ''
  const code = section.footCode ? codeXml(section.footCode, section, parts) : ''
  return `${XML_HEAD}<w:ftr ${NAMESPACES}>${shown + code || '<w:p/>'}</w:ftr>`
}

const LEAST = 5
const HALF_LINE = (14 * 1.3 * 25.4) / 72 / 2

/** Distance of the foot from the edge of the paper in mm: the number's middle stands `below` the text. */
export const footDistance = (section: Section): number => {
  const number = numberOf(section)
  const code = section.footCode ? CODE_SIZE + 1 : 0
  if (!number) return LEAST
  return Math.max(LEAST, section.profile.margins.bottom - (number.below ?? 7) - HALF_LINE - code)
}

/** Paper of a section; wider than high is landscape. */
export const pageSize = (section: Section) => pageOf(section.profile)
