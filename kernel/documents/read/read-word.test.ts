import { describe, expect, it } from 'vitest'
import { PAGE, paragraphsIn, type WordTable } from './model.ts'
import { readWord } from './read-word.ts'
import { docxOf, p, part, relationships } from './testing/docx.ts'

const read = (...given: Parameters<typeof docxOf>) => readWord(docxOf(...given), '材料.docx')
const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
const merge = (value: string) => `<w:vMerge w:val="${value}"/>`
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const related = (...kinds: string[]) =>
  relationships(
    'word/_rels/document.xml.rels',
    kinds.map(kind => ({ kind, target: `${kind}.xml` })),
  )

describe('a table', () => {
  it('comes with its spans resolved, in rows as well as columns', async () => {
    const rows = [
      [tc('甲', merge('restart')), tc('乙', span(2))],
      [tc('藏', merge('continue')), tc('丙'), tc('丁')],
      [tc('戊', span(3))],
    ]
    const { blocks } = await read(`<w:tbl>${rows.map(row => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`)
    const cells = (blocks[0] as WordTable).cells
    expect(cells.map(({ text, row, column, rowspan, colspan }) => [text, row, column, rowspan, colspan])).toEqual([
      ['甲', 0, 0, 2, 1],
      ['乙', 0, 1, 1, 2],
      ['丙', 1, 1, 1, 1],
      ['丁', 1, 2, 1, 1],
      ['戊', 2, 0, 1, 3],
    ])
  })
})

describe('lettering', () => {
  const fonts = (eastAsia: string, halfPoints: number) =>
    `<w:rFonts w:eastAsia="${eastAsia}" w:ascii="Times New Roman"/><w:sz w:val="${halfPoints}"/>`

  it('is inherited: document defaults, the style it is based on, the style, the run', async () => {
    const styles = part(
      'styles',
      'styles',
      `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('宋体', 21)}</w:rPr></w:rPrDefault></w:docDefaults>` +
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>' +
        '<w:rPr><w:sz w:val="32"/></w:rPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:style>',
    )
    const { blocks } = await read(p('默认') + p('样式', '<w:pStyle w:val="B"/>'), [styles, related('styles')])
    expect(paragraphsIn(blocks).map(({ runs, line }) => [runs[0], line])).toEqual([
      [
        { text: '默认', eastAsia: '宋体', ascii: 'Times New Roman', size: 10.5 },
        { rule: 'auto', value: 1 },
      ],
      [
        { text: '样式', eastAsia: '仿宋', ascii: 'Times New Roman', size: 16 },
        { rule: 'exact', value: 28 },
      ],
    ])
  })

  it('is taken from the theme where the style names a role', async () => {
    const theme = {
      name: 'word/theme.xml',
      data:
        '<a:theme xmlns:a="x"><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/>' +
        '<a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>',
    }
    const run =
      '<w:p><w:r><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorAscii"/></w:rPr><w:t>甲</w:t></w:r></w:p>'
    const { blocks } = await read(run, [theme, related('theme')])
    expect(paragraphsIn(blocks)[0]!.runs).toEqual([{ text: '甲', eastAsia: '等线', ascii: 'Calibri' }])
  })
})

describe('words', () => {
  const textOf = async (body: string, others: Parameters<typeof docxOf>[1] = []) =>
    paragraphsIn((await read(body, others)).blocks).map(({ text }) => text)

  it('are read through links, insertions, content controls and text boxes; deletions and hidden text are not', async () => {
    const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
    const body = `<w:p><w:hyperlink>${run('一')}</w:hyperlink><w:ins>${run('二')}</w:ins><w:del><w:r><w:delText>三</w:delText></w:r></w:del>
      <w:sdt><w:sdtContent>${run('四')}</w:sdtContent></w:sdt>${run('五', '<w:vanish/>')}
      <w:r><w:pict><w:txbxContent>${p('六')}</w:txbxContent></w:pict></w:r></w:p>`
    expect(await textOf(body)).toEqual(['一二四', '六'])
  })

  it('hold the boxes and ticks that Word draws with symbol fonts and form fields', async () => {
    const box = (checked: number) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked w:val="${checked}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const symbols =
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>'
    expect(await textOf(`<w:p>${box(1)}${box(0)}${symbols}</w:p>`)).toEqual(['☑□☑☑'])
  })

  it('begin with the numbers that Word counts by itself', async () => {
    const level = (nth: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${nth}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = part(
      'numbering',
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum>
       <w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>`,
    )
    const item = (depth: number) => p('题', `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="7"/></w:numPr>`)
    const body = item(0) + item(1) + item(1) + item(0) + item(1)
    expect(await textOf(body, [numbering, related('numbering')])).toEqual([
      '一、题',
      '（一）题',
      '（二）题',
      '二、题',
      '（一）题',
    ])
  })
})

describe('a section', () => {
  it('tells its margins in mm and the page number of its footer', async () => {
    const footer = part(
      'footer',
      'ftr',
      '<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>',
    )
    const properties =
      '<w:sectPr><w:footerReference r:id="r0"/><w:pgSz w:w="11906" w:h="16838"/>' +
      '<w:pgMar w:top="2098" w:bottom="1984" w:left="1531" w:right="1531"/></w:sectPr>'
    const { sections } = await read(p('甲') + properties, [footer, related('footer')])
    expect(sections.map(({ footers, ...rest }) => ({ ...rest, words: footers.map(({ text }) => text) }))).toEqual([
      { width: 210, height: 297, margins: { top: 37, bottom: 35, left: 27, right: 27 }, words: [`— ${PAGE}`] },
    ])
  })
})
