import { describe, expect, it } from 'vitest'
import { articleDocument, PROFILES, renderDocx } from '../index.ts'
import { correctWord, isWord97, readWord } from '../read/index.ts'
import { textIn } from '../read/model.ts'
import { docxOf, p } from '../read/testing/docx.ts'
import { type LintRequest, lintDocument } from './lint.ts'

const profile = PROFILES['luoyang2021-material']!
const request: LintRequest = { article: profile, limit: { max: 1000 } }
const article = {
  title: '情系群众',
  subtitle: '张三同志典型事迹材料',
  paragraphs: [
    { level: 1 as const, text: '一、走进千家万户' },
    { level: 0 as const, text: '2021年走访居民3600户。' },
    { level: 1 as const, text: '二、办好实事' },
  ],
}

const lint = async (file: Buffer, asked = request) => lintDocument(await readWord(file, '材料.docx'), asked)
const messages = async (body: string, asked?: LintRequest) =>
  (await lint(docxOf(body), asked)).map(({ message }) => message)
const section = (top: number, footer = '') =>
  `<w:sectPr>${footer}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${top}" w:bottom="1984" w:left="1531" w:right="1531"/></w:sectPr>`
const run = (text: string, font: string, size: number, rest = '') =>
  `<w:r><w:rPr><w:rFonts w:eastAsia="${font}" w:ascii="Times New Roman"/>${rest}<w:sz w:val="${size * 2}"/></w:rPr><w:t>${text}</w:t></w:r>`
const exact = '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>'
const centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
const title = `<w:p>${centred}${run('情系群众', '方正小标宋简体', 22)}</w:p>`

describe('an article in its layout', () => {
  it('as we write it has nothing to correct', async () => {
    expect(await lint(await renderDocx(articleDocument(article, profile)))).toEqual([])
  })

  it('is taken in fonts of other names for the same typeface', async () => {
    const body = `${title}<w:p>${exact}${run('走访3600户。', 'FangSong', 16)}</w:p>${section(2098)}`
    expect(await messages(body)).toEqual(['没有页码不符合要求：页码居中，“1”样式，宋体四号（14磅）。'])
  })
})

describe('what differs from the layout', () => {
  it('is said paragraph by paragraph, with its first words, what was found and what is wanted', async () => {
    const body = `${title}<w:p>${run('走访居民3600户，办成实事十二件。', '宋体', 14)}</w:p>${section(1440)}`
    expect(await lint(docxOf(body))).toEqual([
      expect.objectContaining({ code: 'lint.margin', found: '上边距2.5厘米', expected: '上边距3.7厘米' }),
      expect.objectContaining({ code: 'lint.pageNumber', found: '没有页码' }),
      {
        code: 'lint.font',
        paragraph: 2,
        words: '走访居民3600户，办成…',
        found: '字体宋体',
        expected: '字体仿宋',
        message: '第2段（“走访居民3600户，办成…”）字体宋体不符合要求：字体仿宋。',
        correctable: true,
      },
      expect.objectContaining({ code: 'lint.size', found: '字号四号（14磅）', expected: '字号三号（16磅）' }),
      expect.objectContaining({ code: 'lint.line', found: '行距1倍行距', expected: '行距固定值28磅' }),
    ])
  })

  it('is a heading that skips, stands alone, or is written with other signs', async () => {
    const headings = async (...lines: string[]) =>
      (await lint(docxOf(title + lines.map(line => p(line)).join('')))).filter(({ code }) => code === 'lint.heading')
    const found = async (...lines: string[]) => (await headings(...lines)).map(one => [one.found, one.expected])
    expect(await found('一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊')).toEqual([])
    expect(await found('一、甲', '三、乙')).toEqual([['标题序号不连续', '“二、”']])
    expect(await found('（一）甲')).toEqual([['二级标题前没有一级标题', '先有“一、”再有“（一）”']])
    expect(await found('一、甲', '(一)乙', '1、丙')).toEqual([
      ['标题括号为半角', '全角“（）”'],
      ['三级标题写作“1、”', '“1.”'],
    ])
  })

  it('is an article that is too long, a wrong name, a file that is no Word 97-2003', async () => {
    const asked: LintRequest = {
      article: profile,
      limit: { max: 3 },
      name: { is: '材料.docx', wanted: '【推荐表】某县+党员服务标兵+张某.doc' },
      word97: { is: await isWord97(docxOf(p('甲'))) },
    }
    const all = await messages(title + p('办实事十二件。'), asked)
    expect(all.slice(0, 2)).toEqual([
      '文件不是Word 97-2003格式（.doc）。',
      '文件名应为“【推荐表】某县+党员服务标兵+张某.doc”。',
    ])
    expect(all.at(-1)).toEqual('典型材料正文7字，超过3字上限4字，请精简。')
  })
})

describe('the corrected copy', () => {
  it('has the layout asked for and every word as it was', async () => {
    const tick = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    const body = `${title}<w:p>${run('一、甲 &amp; 乙', '宋体', 14, '<w:b/>')}</w:p><w:p>${run('走访3600户。', '宋体', 14)}${tick}</w:p>${section(1440)}`
    const file = docxOf(body)
    const copy = await correctWord(file, '材料.docx', request)
    expect(await lint(copy)).toEqual([])
    const [before, after] = await Promise.all([readWord(file, 'a.docx'), readWord(copy, 'a.docx')])
    expect(textIn(after.blocks)).toEqual(textIn(before.blocks))
  })

  it('of a form changes the lettering of its cells, not its page', async () => {
    const table = `<w:tbl><w:tr><w:tc><w:p>${run('姓名', '宋体', 16)}</w:p></w:tc></w:tr></w:tbl>${p('')}${section(1440)}`
    const asked = { form: PROFILES['form-xiaosi']! }
    expect((await lint(docxOf(table), asked)).map(({ found }) => found)).toEqual(['字体宋体', '字号三号（16磅）'])
    const copy = await correctWord(docxOf(table), '表.docx', asked)
    expect(await lint(copy, asked)).toEqual([])
    expect((await readWord(copy, '表.docx')).sections[0]!.margins.top).toEqual(25.4)
  })
})
