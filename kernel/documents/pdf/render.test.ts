import { describe, expect, it } from 'vitest'
import { documentOf, footCode, formDocument, joined, overprint, PROFILES, paragraph, renderPdf } from '../index.ts'
import { pdfPages } from '../testing/pdf.ts'
import { sampleAnswers, sampleFile, sampleForm, sampleNotice } from '../testing/samples.ts'

const profile = PROFILES.gbt9704!
const textOf = async (model: Parameters<typeof renderPdf>[0]) =>
  (await pdfPages((await renderPdf(model)).file)).map(({ text }) => text)

describe('a document as PDF', { timeout: 60_000 }, () => {
  it('has the paper of each section and the words of the form and of the article', async () => {
    const { file, pages } = await renderPdf(sampleFile())
    const read = await pdfPages(file)
    expect(read.map(({ width, height }) => [width, height])).toEqual(Array(pages).fill([210, 297]))
    const words = read.map(({ text }) => text).join('')
    for (const part of [
      '示例市推荐表',
      '欧阳䶮',
      '甲☑',
      '2021年办实事12件。',
      '同意推荐。',
      '㛃',
      '一、用心',
      '镕犇',
    ]) {
      expect(words).toContain(part)
    }
  })

  it('says on its first page alone which fonts are not the official ones', async () => {
    const { file, substituted } = await renderPdf(sampleNotice())
    const [first, ...others] = await pdfPages(file)
    expect(first!.text.includes('预览字体')).toBe(substituted.length > 0)
    expect(others.some(({ text }) => text.includes('预览字体'))).toBe(false)
  })

  it('has no note of fonts where the PDF is the finished paper: sheets that are stamped already', async () => {
    const model = documentOf('套打', PROFILES.gbt9704!, [paragraph('同意')])
    const { file } = await renderPdf(overprint(model, [], { right: 0, down: 0 }))
    expect((await pdfPages(file))[0]!.text).not.toContain('预览字体')
  })

  it('numbers pages with a dash on each side, and begins again where a section does', async () => {
    const page = (text: string) =>
      documentOf('', profile, [paragraph(text), paragraph(text, { pageBreakBefore: true })])
    const texts = await textOf(joined('', [page('甲'), page('乙')]))
    expect(texts.map(text => /—(\d)—/.exec(text)?.[1])).toEqual(['1', '2', '1', '2'])
  })

  it('fills a page with 22 lines of 28 characters', async () => {
    const texts = await textOf(documentOf('', profile, [paragraph('国'.repeat(28 * 22 * 2))]))
    expect(texts.map(text => [...text].filter(char => char === '国').length)).toEqual([616, 616])
  })

  it('shows text as text, whatever it holds', async () => {
    const text = '#read("/etc/passwd")\\u{41}$x$*a*_b_<c>@d"e"`f`//g/*h*/[i]'
    expect((await textOf(documentOf('', profile, [paragraph(text)])))[0]).toContain(text)
  })

  it('prints the code at the foot of every page', async () => {
    const code = await footCode('https://shishi.example/c/ABCD', '校验码ABCD')
    const texts = await textOf(formDocument(sampleForm, sampleAnswers, { footCode: code }))
    expect(texts.every(text => text.includes('校验码ABCD'))).toBe(true)
  })

  it('goes on after a document that could not be set', async () => {
    const broken = documentOf('', profile, [
      { kind: 'picture', data: new Uint8Array([1, 2, 3]), format: 'png', width: 10, height: 10 },
    ])
    await expect(renderPdf(broken)).rejects.toThrow('PDF')
    expect((await textOf(documentOf('', profile, [paragraph('好')])))[0]).toContain('好')
  })
})

describe('an opinion printed onto a stamped sheet', { timeout: 60_000 }, () => {
  it('has ink in its own cell alone, on the page where the sheet has it', async () => {
    const model = formDocument(sampleForm, sampleAnswers)
    const over = overprint(model, ['county'], { right: 2, down: 0 })
    const [{ pages }, printed] = [await renderPdf(model), await renderPdf(over)]
    expect(printed.pages).toBe(pages)
    const inks = over.sections[0]!.blocks.flatMap(block =>
      block.kind === 'table'
        ? block.rows.flatMap(row =>
            row.cells.flatMap(cell =>
              cell.blocks.flatMap(one =>
                one.kind === 'paragraph' ? one.runs.filter(run => run.color !== 'FFFFFF').map(run => run.text) : [],
              ),
            ),
          )
        : block.kind === 'paragraph'
          ? block.runs.filter(run => run.color !== 'FFFFFF').map(run => run.text)
          : [],
    )
    expect(inks).toEqual(['同意推荐。', '李四  （盖章）', '2021年12月24日'])
  })
})
