import { CODE_SIZE } from '../docx/page-edges.ts'
import type { Section } from '../model.ts'
import { type PageNumber, pageOf } from '../profiles.ts'
import { literal, mm, pt } from './literal.ts'
import { imageSource } from './picture.ts'
import { type Press, textArguments } from './setting.ts'

const HEIGHT = 10
const EDGE = 5

/** A line of words whose middle stands at `y` mm from the upper edge of the paper. */
const lineAt = (section: Section, y: number, align: string, body: string): string => {
  const { width } = pageOf(section.profile)
  const { left, right } = section.profile.margins
  return `place(top + left, dx: ${mm(left)}, dy: ${mm(y - HEIGHT / 2)}, box(width: ${mm(width - left - right)}, height: ${mm(HEIGHT)}, align(horizon + ${align}, ${body})))`
}

const numberSource = (number: PageNumber, section: Section, index: number, press: Press): string => {
  const { height } = pageOf(section.profile)
  const y = height - section.profile.margins.bottom + (number.below ?? 7)
  const [before, after] = number.pattern === 'dashed' ? ['— ', ' —'] : ['', '']
  const letters = textArguments(number, { ...section.profile, digits: number.font }, press)
  const words = `text(${letters})[#${literal(before)}#counter(page).display()#${literal(after)}]`
  const inset = pt(number.size)
  const line =
    number.place === 'outside'
      ? `if calc.odd(counter(page).get().first()) { ${lineAt(section, y, 'right', `pad(right: ${inset}, ${words})`)} } else { ${lineAt(section, y, 'left', `pad(left: ${inset}, ${words})`)} }`
      : lineAt(section, y, 'center', words)
  return number.notOnFirst ? `if here().page() != locate(${label(index)}).page() { ${line} }` : line
}

/** A section is found again by the label at its beginning. */
const label = (index: number): string => `<section-${index}>`

const codeSource = (section: Section, press: Press): string[] => {
  if (!section.footCode) return []
  const { height } = pageOf(section.profile)
  const { picture, text } = section.footCode
  const image = imageSource({ data: picture, format: 'png', width: CODE_SIZE, height: CODE_SIZE }, press)
  const small = textArguments(section.profile.lettering.small, section.profile, press)
  const y = height - EDGE - CODE_SIZE / 2
  return [
    lineAt(section, y, 'right', `box[#text(${small})[#${literal(text)}] #h(1.5mm) #box(baseline: 50%, ${image})]`),
  ]
}

const bannerSource = (section: Section, press: Press): string[] => {
  if (!section.banner) return []
  const small = textArguments(section.profile.lettering.small, section.profile, press)
  return [
    lineAt(
      section,
      Math.min(15, section.profile.margins.top / 2),
      'center',
      `text(${small})[#${literal(section.banner)}]`,
    ),
  ]
}

/** Said once, on the first page: this is not the type that the office will print with. */
const noteSource = (section: Section, note: string, press: Press): string[] => {
  if (note === '') return []
  const small = textArguments(
    { ...section.profile.lettering.small, size: 7.5, color: '808080' },
    section.profile,
    press,
  )
  const y = pageOf(section.profile).height - EDGE
  return [`if here().page() == 1 { ${lineAt(section, y, 'left', `text(${small})[#${literal(note)}]`)} }`]
}

/** Paper, margins and what stands on every page of a section. */
export const pageSource = (section: Section, index: number, note: string, press: Press): string => {
  const { width, height } = pageOf(section.profile)
  const { top, bottom, left, right } = section.profile.margins
  const number = section.pageNumbers === 'none' ? undefined : section.profile.pageNumber
  const drawn = [
    ...bannerSource(section, press),
    ...(number ? [numberSource(number, section, index, press)] : []),
    ...codeSource(section, press),
    ...noteSource(section, note, press),
  ]
  const foreground = drawn.length > 0 ? `context { ${drawn.join('\n')} }` : 'none'
  const margins = `(top: ${mm(top)}, bottom: ${mm(bottom)}, left: ${mm(left)}, right: ${mm(right)})`
  return [
    `#set page(width: ${mm(width)}, height: ${mm(height)}, margin: ${margins}, header: none, footer: none, foreground: ${foreground})`,
    section.pageNumbers === 'restart' && index > 0 ? '#counter(page).update(1)' : '',
    number?.notOnFirst ? `#metadata(none) ${label(index)}` : '',
  ].join('\n')
}
