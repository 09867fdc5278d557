import type { Block, Document, Paragraph, Section } from '../model.ts'
import { mm, stroke } from './literal.ts'
import { markSource } from './marks.ts'
import { pageSource } from './page.ts'
import { paragraphsSource } from './paragraph.ts'
import { pictureSource } from './picture.ts'
import type { Press } from './setting.ts'
import { tableSource } from './table.ts'

const HEAD = [
  '#set document(date: none)',
  '#set block(spacing: 0pt)',
  '#set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")',
  '#set text(lang: "zh", region: "cn", overhang: false)',
].join('\n')

const blockSource = (block: Exclude<Block, Paragraph>, section: Section, press: Press): string => {
  if (block.kind === 'picture') return pictureSource(block, press)
  if (block.kind === 'table') return tableSource(block, section.profile, press)
  const line = `#line(length: 100%, stroke: ${stroke(block.weight, block.color)})`
  return `#v(${mm(block.above ?? 0)})\n${line}\n#v(${mm(block.below ?? 0)})`
}

const blocksSource = (section: Section, press: Press): string => {
  const out: string[] = []
  let paragraphs: Paragraph[] = []
  const close = () => {
    if (paragraphs.length > 0) out.push(paragraphsSource(paragraphs, section.profile, press))
    paragraphs = []
  }
  for (const block of section.blocks) {
    if (block.kind === 'paragraph') {
      paragraphs.push(block)
      continue
    }
    close()
    out.push(blockSource(block, section, press))
  }
  close()
  return out.join('\n')
}

/** Names of the fonts that a document asks for. */
const noteOf = (substituted: ReadonlySet<string>): string =>
  substituted.size === 0
    ? ''
    : `预览字体：本机没有${[...substituted].join('、')}，以思源字体代替；正式文件请用Word版打印。`

/** A document as typst source; the fonts that had to be replaced are named on its first page. */
export const documentSource = (model: Document, press: Press): string => {
  const bodies = model.sections.map(section => {
    const marks = (section.marks ?? []).map(mark => markSource(mark, section.profile, press))
    return [...marks, blocksSource(section, press)].join('\n')
  })
  const note = model.fontNote === false ? '' : noteOf(press.substituted)
  const sections = model.sections.map(
    (section, index) => `${pageSource(section, index, index === 0 ? note : '', press)}\n${bodies[index]}`,
  )
  return [HEAD, ...sections].join('\n')
}
