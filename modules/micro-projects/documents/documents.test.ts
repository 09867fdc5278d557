import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { formDocument, readForm, renderForm, renderPdf, type Table } from '#kernel/documents/index.ts'
import { pdfPages } from '#kernel/documents/testing/pdf.ts'
import { EMPTY_OPINION, formFaults } from '#kernel/forms/shared/index.ts'
import {
  acceptanceForm,
  applicationForm,
  completionNotice,
  type Photograph,
  plaqueDocument,
  plaqueTexts,
} from './index.ts'

const tableOf = (model: ReturnType<typeof formDocument>) =>
  model.sections[0]!.blocks.find((block): block is Table => block.kind === 'table')!

describe('the three forms', () => {
  it.each([applicationForm, acceptanceForm])(
    '$key is sound: every field has its cell, every row fills the table',
    form => {
      expect(formFaults(form)).toEqual([])
    },
  )

  it('the signature sheet has 21 rows, and where more have signed another sheet is added', () => {
    const sheets = (count: number) =>
      formDocument(applicationForm, { signatures: Array(count).fill({ household1: '张三' }) })
        .sections[0]!.blocks.filter((block): block is Table => block.kind === 'table')
        .slice(1)
        .map(({ rows }) => rows.filter(({ header }) => !header).length)
    expect([sheets(0), sheets(21), sheets(30)]).toEqual([[21], [21], [21, 21]])
  })

  it('the longest answers that may be given leave each form on its page, with both signatures', async () => {
    const signed = { opinion: '同意。', signer: '阿卜杜热依木·麦麦提图尔逊江', date: '2026-01-20' }
    const common = { village: '示例县示例街道示例新村社区', project: '修'.repeat(60), lead: signed.signer }
    const both = { villageOpinion: { ...signed, opinion: '同'.repeat(80) }, streetOpinion: signed }
    const forms = [
      formDocument(applicationForm, { ...common, ...both, summary: '修'.repeat(540) }),
      formDocument(acceptanceForm, { ...common, ...both, completion: '修'.repeat(600) }),
    ]
    for (const form of forms) {
      const [first] = await pdfPages((await renderPdf(form)).file)
      expect(first!.text).toContain('街道组织委员签字：阿卜杜热依木·麦麦提图尔逊江（盖章）2026年1月20日')
    }
  })

  it('the totals stand below it, or room for them', () => {
    const foot = (answers: Record<string, unknown>) => formDocument(applicationForm, answers).sections[0]!.blocks.at(-1)
    expect(foot({ partyMembers: 3, representatives: 5, households: 12 })).toMatchObject({
      runs: [{ text: '统计：共3名党员，5个村居民代表，12户群众。此表可加页。' }],
    })
    expect(foot({})).toMatchObject({
      runs: [{ text: '统计：共     名党员，     个村居民代表，     户群众。此表可加页。' }],
    })
  })

  it('a signer stands after the colon that asks for the signature', () => {
    const model = formDocument(acceptanceForm, {
      villageOpinion: { opinion: '同意', signer: '王五', date: '2023-11-01' },
    })
    const cell = tableOf(model)
      .rows.flatMap(({ cells }) => cells)
      .find(({ key }) => key === 'villageOpinion')!
    expect(cell.blocks.map(block => (block.kind === 'paragraph' ? block.runs[0]!.text : ''))).toEqual([
      ...['同意', '村（社区）党组织书记签字：王五  （盖章）', '2023年11月1日'],
    ])
  })

  it('the application has 项目简介 and the signature for it in one cell, as the annex', () => {
    const rows = tableOf(formDocument(applicationForm, { summary: '修路灯3盏。' })).rows
    expect(rows[2]!.cells.map(({ blocks }) => blocks.map(block => 'runs' in block && block.runs[0]!.text))).toEqual([
      ['项目简介', '（包含', '规模数量、', '预期效果、', '经费预算、', '经费来源、', '实施时间、', '完成时间）'],
      ['修路灯3盏。', '牵头党员（村居民代表）签字：             ', '年    月    日'],
    ])
  })

  it.each([
    ['written', '在古塘组修路灯3盏。\n经费600元，10月完工。', { signer: '王五', date: '2023-09-20' }],
    ['unsigned', '在古塘组修路灯3盏。', { signer: '', date: '' }],
    ['empty', '', { signer: '', date: '' }],
  ])('a file of it is read back: %s', async (_, summary, signed) => {
    const leadSignature = { ...EMPTY_OPINION, ...signed }
    const villageOpinion = { ...leadSignature, opinion: summary && '同意申报。' }
    const answers = { project: '修路灯', summary, leadSignature, villageOpinion }
    const content = renderForm(applicationForm, { village: '牛石村', ...answers })
    const reading = await readForm({ name: 'a.docx', content }, [applicationForm, acceptanceForm])
    expect(reading?.form.key).toBe('hehua-2023/application')
    expect(reading?.answers).toMatchObject(answers)
  })

  it('the application takes two pages: the form and the sheet', { timeout: 60_000 }, async () => {
    const pages = await pdfPages((await renderPdf(formDocument(applicationForm, {}))).file)
    expect(pages.map(({ text }) => text.includes('群众户签名'))).toEqual([false, true])
  })
})

describe('the completion notice', { timeout: 60_000 }, () => {
  const notice = {
    title: ['示例街道', '项目完成情况公示'],
    supervisor: '示例街道党建办',
    supervisorPhone: '0731-80000000',
  }
  const taken = async ([width, height]: readonly [number, number]): Promise<Photograph> => {
    const create = { width, height, channels: 3 as const, background: '#88aa77' }
    return { width, height, format: 'jpg', data: await sharp({ create }).jpeg().toBuffer() }
  }
  const kinds = { landscape: [400, 300], portrait: [300, 400], panorama: [900, 120] } as const
  const printed = (model: ReturnType<typeof completionNotice>) =>
    tableOf(model)
      .rows.slice(-2)
      .map(({ cells }) => {
        const [block] = cells[1]!.blocks
        return block?.kind === 'picture' ? { width: block.width, height: block.height } : undefined
      })

  it.each([
    ['landscape', 'landscape'],
    ['portrait', 'landscape'],
    ['panorama', 'portrait'],
    ['panorama', 'panorama'],
  ] as const)('%s before and %s after: unstretched, large, on one page with whom to call', async (before, after) => {
    const model = completionNotice({
      ...{ ...notice, project: '修'.repeat(60), lead: '阿卜杜热依木·麦麦提图尔逊江', source: '街'.repeat(60) },
      ...{ before: await taken(kinds[before]), after: await taken(kinds[after]) },
    })
    for (const [index, kind] of [before, after].entries()) {
      const { width, height } = printed(model)[index]!
      expect(width / height).toBeCloseTo(kinds[kind][0] / kinds[kind][1])
      expect(width === 116 || height > 55).toBe(true)
    }
    const pages = await pdfPages((await renderPdf(model)).file)
    expect(pages.map(({ text }) => text.includes('监督电话：0731-80000000'))).toEqual([true])
  })

  it('gives what a panorama leaves over to the other photograph', async () => {
    const portrait = await taken(kinds.portrait)
    const alone = printed(completionNotice({ ...notice, before: portrait, after: portrait }))
    const beside = printed(completionNotice({ ...notice, before: await taken(kinds.panorama), after: portrait }))
    expect(beside[1]!.height).toBeGreaterThan(alone[1]!.height * 1.5)
  })

  it('leaves room for a print to be pasted in where there is no photograph', () => {
    const model = completionNotice(notice)
    expect(printed(model)).toEqual([undefined, undefined])
    expect(
      tableOf(model)
        .rows.slice(-2)
        .every(({ height }) => height > 70),
    ).toBe(true)
  })
})

describe('the plaques', { timeout: 60_000 }, () => {
  it.each(plaqueTexts)('$key is 350 × 240 mm with its words in red and a hole in each corner', async text => {
    const model = plaqueDocument(text)
    const [page, ...more] = await pdfPages((await renderPdf(model)).file)
    expect(more).toEqual([])
    expect([page!.width, page!.height]).toEqual([350, 240])
    expect(page!.text).toBe(`党徽${text.lines.join('')}${text.office}`)
    const [section] = model.sections
    expect([section!.profile.lettering.title.color, section!.profile.lettering.subtitle.color]).toEqual([
      'C8102E',
      'C8102E',
    ])
    const holes = section!.marks!.flatMap(mark => (mark.kind === 'circle' && !mark.dashed ? [mark] : []))
    expect(holes.map(({ x, y, diameter }) => [x + diameter / 2, y + diameter / 2])).toEqual([
      [12, 12],
      [338, 12],
      [12, 228],
      [338, 228],
    ])
  })

  it('show the office’s own emblem when it is given', () => {
    const picture = new Uint8Array([1])
    expect(plaqueDocument(plaqueTexts[0]!, picture).sections[0]!.marks!.at(-1)).toMatchObject({
      kind: 'image',
      width: 52,
    })
  })
})
