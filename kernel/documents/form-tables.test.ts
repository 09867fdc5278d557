import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FormDefinition } from '#kernel/forms/shared/index.ts'
import { formDocument, renderDocx, renderPdf } from './index.ts'
import type { Table } from './model.ts'
import { readWord } from './read/index.ts'
import { pdfPages } from './testing/pdf.ts'

const opinion = (key: string) => ({ kind: 'opinion', key, label: key, mark: '签字：' })

/** A report that two offices sign, and its sheet of signatures, three to a page. */
const form = FormDefinition.parse({
  key: 'sample/signed',
  title: ['示例市项目表'],
  subject: { kind: 'project', name: 'report' },
  sections: [
    {
      title: '全部',
      fields: [
        { kind: 'longText', key: 'report', label: '情况' },
        opinion('village'),
        opinion('street'),
        { kind: 'rows', key: 'signers', label: '签名', fields: [{ kind: 'text', key: 'name', label: '姓名' }] },
      ],
    },
  ],
  grid: {
    columns: [40, 116],
    rows: [
      { height: 110, shrinksTo: 40, cells: [{ label: '情况' }, { field: 'report', align: 'left' }] },
      { height: 50, shrinksTo: 30, keepWithNext: true, cells: [{ label: '村意见' }, { seal: 'village' }] },
      { height: 50, shrinksTo: 30, cells: [{ label: '街道意见' }, { seal: 'street' }] },
      { newPage: true, cells: [{ label: '签名表', colspan: 2 }] },
      { repeat: 'signers', toSheet: 3, cells: [{ counter: true }, { field: 'name' }] },
    ],
  },
})

const filled = (characters: number, signers = 0) =>
  formDocument(form, {
    report: '办'.repeat(characters),
    village: { opinion: '同意。', signer: '张三', date: '2026-01-20' },
    street: { opinion: '同意。', signer: '李四', date: '2026-01-21' },
    signers: Array.from({ length: signers }, (_, index) => ({ name: `户主${index + 1}` })),
  })

const tables = (model: ReturnType<typeof filled>) =>
  model.sections[0]!.blocks.filter((block): block is Table => block.kind === 'table')
const sizeOf = (model: ReturnType<typeof filled>) => model.sections[0]!.profile.lettering.body.size
const pagesOf = async (model: ReturnType<typeof filled>) => pdfPages((await renderPdf(model)).file)

describe('a sheet of its own', { timeout: 60_000 }, () => {
  it.each([
    [0, 1],
    [3, 1],
    [4, 2],
    [7, 3],
  ])('%i signers take %i sheets, each filled up and under the same labels', async (signers, sheets) => {
    const model = filled(10, signers)
    const rest = tables(model).slice(1)
    expect(rest.map(({ rows, pageBreakBefore }) => [rows.length, rows[0]!.header, pageBreakBefore])).toEqual(
      Array.from({ length: sheets }, () => [4, true, true]),
    )
    const pages = await pagesOf(model)
    expect(pages.map(({ text }) => text.includes('签名表'))).toEqual([false, ...Array(sheets).fill(true)])
  })

  it('begins on a new page in a Word file too, with every signer in it', async () => {
    const word = await readWord(renderDocx(filled(10, 4)), 'a.docx')
    const cells = word.blocks.flatMap(block => (block.kind === 'table' ? [block.cells.map(({ text }) => text)] : []))
    expect(cells.slice(1)).toEqual([
      ['签名表', '1', '户主1', '2', '户主2', '3', '户主3'],
      ['签名表', '4', '户主4', '5', '', '6', ''],
    ])
  })
})

describe('a form that must fit its page', { timeout: 60_000 }, () => {
  const firstSheet = async (characters: number) => {
    const pages = await pagesOf(filled(characters))
    return pages.findIndex(({ text }) => text.includes('签名表'))
  }

  it('keeps its heights while there is room', () => {
    const model = filled(100)
    expect([sizeOf(model), tables(model)[0]!.rows.map(({ height }) => height)]).toEqual([12, [110, 50, 50]])
  })

  it('gives way where the words are many, row by row and then in smaller letters', async () => {
    const many = filled(600)
    expect(tables(many)[0]!.rows.every(({ height }, index) => height < [150, 50, 50][index]!)).toBe(true)
    expect([sizeOf(many), await firstSheet(600)]).toEqual([12, 1])
    expect([sizeOf(filled(900)), await firstSheet(900)]).toEqual([10.5, 1])
  })

  it('goes on to another page where they are too many, and both signatures stand on one', async () => {
    for (const characters of [1100, 1600]) {
      const model = filled(characters)
      const [first, second] = await pagesOf(model)
      expect(sizeOf(model)).toBe(12)
      expect([first!, second!].map(({ text }) => [text.includes('村意见'), text.includes('街道意见')])).toEqual([
        [false, false],
        [true, true],
      ])
    }
  })

  it('a Word file asks Word to keep them so', () => {
    const xml = strFromU8(unzipSync(renderDocx(filled(1100)))['word/document.xml']!)
    const rows = xml.split('<w:tr>').slice(1, 4)
    expect(rows.map(row => [row.includes('<w:cantSplit/>'), row.includes('<w:keepNext/>')])).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ])
  })
})
