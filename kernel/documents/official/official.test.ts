import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Paragraph } from '../model.ts'
import { renderPdf } from '../pdf/render.ts'
import { PROFILES } from '../profiles.ts'
import { pdfPages } from '../testing/pdf.ts'
import { sampleNotice } from '../testing/samples.ts'
import { bulletinBody, decisionBody, forwardingBody, publicityBody } from './bodies.ts'
import { officialDocument, withEvenImprint } from './document.ts'
import { withHead } from './head.ts'
import { chineseNumber, numberedBody } from './numbering.ts'
import { annexList } from './tail.ts'
import { titleLines, widthOf } from './width.ts'

const words = (blocks: Block[]) =>
  blocks.flatMap(block => (block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : []))
const lines = (blocks: Block[], text: string) =>
  blocks.find((block): block is Paragraph => block.kind === 'paragraph' && block.runs[0]?.text === text)!
const signed = (offices: string[], sealed: boolean) =>
  officialDocument({ title: '甲', body: [], signature: { offices, date: '2021-12-24', sealed } }).sections[0]!.blocks

describe('a document by GB/T 9704-2012', () => {
  it('stands in the order of the standard', () => {
    const [section] = sampleNotice().sections
    expect(words(section!.blocks).filter(Boolean)).toEqual([
      ...['特急', '示例市人民政府办公室文件', '示政办发〔2021〕32号', '关于开展办实事活动的通知', '各县区人民政府：'],
      ...['现将有关事项通知如下。', '一、范围', '（一）单位', '1.县区', '（1）乡镇', '（二）个人', '二、时间'],
      ...['附件：1.推荐表', '2.名额表', '示例市人民政府办公室', '2021年12月24日', '（此件公开发布）'],
      ...['附件1', '推荐表', '一张表。', '附件2', '名额表', '两张表。'],
    ])
  })

  it('draws the red line 4 mm below the number', () => {
    expect(sampleNotice().sections[0]!.blocks.find(({ kind }) => kind === 'rule')).toEqual({
      kind: 'rule',
      weight: 0.5,
      color: 'FF0000',
      above: 4,
    })
  })

  it('makes the red name no wider than the text', () => {
    const size = (name: string) => withHead(PROFILES.gbt9704!, { offices: [name] }).lettering.issuer.size
    expect(size('示例市政府')).toBe(48)
    expect(size('中共示例市委党史学习教育领导小组办公室') * 21).toBeLessThanOrEqual(443)
  })

  it('puts a sealed date four characters in and the name in the middle above it', () => {
    const blocks = signed(['示例市政府'], true)
    expect(lines(blocks, '2021年12月24日').indentRight).toBe(4)
    expect(lines(blocks, '示例市政府').indentRight).toBe(5)
  })

  it('moves the date in under a name that is longer', () => {
    const name = '中共示例市委党史学习教育领导小组办公室'
    const blocks = signed([name], true)
    expect(lines(blocks, name).indentRight).toBe(0)
    expect(lines(blocks, '2021年12月24日').indentRight).toBe(6)
  })

  it('puts an unsealed name two characters in, the date two right of its beginning', () => {
    const name = '示例市人民政府办公室'
    const blocks = signed([name], false)
    expect(lines(blocks, name).indentRight).toBe(2)
    expect(widthOf(name) + 2 - 2 - widthOf('2021年12月24日')).toBe(lines(blocks, '2021年12月24日').indentRight)
  })

  it('moves a short name in when the date is the longer one', () => {
    const blocks = signed(['市府办'], false)
    expect([lines(blocks, '市府办').indentRight, lines(blocks, '2021年12月24日').indentRight]).toEqual([8, 2])
  })

  it('aligns the names of several annexes, and gives a single one no number', () => {
    expect(words(annexList(['甲', '乙']))).toEqual(['', '附件：1.甲', '2.乙'])
    expect(words(annexList(['甲']))).toEqual(['', '附件：甲'])
    expect(annexList([])).toEqual([])
  })

  it('brings 版记 to an even page, whose number is left out if it stands alone', { timeout: 60_000 }, async () => {
    const model = sampleNotice()
    const { pages } = await renderPdf(model)
    const even = withEvenImprint(model, pages)
    const printed = await renderPdf(even)
    expect(printed.pages % 2).toBe(0)
    const last = (await pdfPages(printed.file)).at(-1)!.text
    expect(last).toContain('抄送：市委办公室。')
    expect(last.includes('—')).toBe(pages % 2 === 0)
    expect(withEvenImprint(model, 4)).toBe(model)
  })
})

describe('numbers of levels', () => {
  it('begin again below each heading above them', () => {
    const body = [1, 2, 2, 1, 2, 3, 3, 2, 3].map(level => ({ level: level as 1, text: 'x' }))
    expect(words(numberedBody(body))).toEqual([
      ...['一、x', '（一）x', '（二）x', '二、x', '（一）x', '1.x', '2.x', '（二）x', '1.x'],
    ])
  })

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ])('%i is %s', (value, text) => expect(chineseNumber(value)).toBe(text))
})

describe('a title', () => {
  it.each([
    ['关于示例的公示', ['关于示例的公示']],
    ['关于表彰示例市办实事先进集体和先进个人的决定', ['关于表彰示例市办实事', '先进集体和先进个人的决定']],
    [
      '关于征求“我为群众办实事”“百名先进”推选活动推荐对象意见的函',
      ['关于征求“我为群众办实事”', '“百名先进”推选活动推荐对象意见的函'],
    ],
  ])('%s is broken by meaning', (title, expected) => expect(titleLines(title)).toEqual(expected))

  it('of any length and letters loses none, and no line is too wide', () => {
    const char = fc.constantFrom(...'关于表彰的和“”《》（）aB1，')
    fc.assert(
      fc.property(fc.string({ unit: char, maxLength: 130 }), title => {
        const broken = titleLines(title)
        expect(broken.join('')).toBe(title)
        expect(broken.filter(line => widthOf(line) > 20)).toEqual([])
      }),
    )
  })
})

describe('bodies', () => {
  it('of a public notice name period, working days and who takes objections', () => {
    const body = publicityBody({
      basis: '根据活动方案',
      method: '经推荐和评审，确定了拟表彰对象',
      order: '按姓氏笔画排序',
      lists: [{ heading: '先进个人', names: ['丁一', '王二'] }],
      from: '2021-12-31',
      to: '2022-01-06',
      workingDays: 3,
      office: '示例市活动办公室',
      contacts: [{ label: '联系电话', value: '0379-00000000' }],
    }).map(({ text }) => text)
    expect(body.slice(0, 4)).toEqual([
      '根据活动方案。经推荐和评审，确定了拟表彰对象。',
      '先进个人（按姓氏笔画排序）',
      '丁一、王二。',
      '公示期为2021年12月31日至2022年1月6日（3个工作日）。',
    ])
    expect(body.slice(-2)).toEqual(['受理单位：示例市活动办公室', '联系电话：0379-00000000'])
  })

  it('of a decision, a bulletin and a forwarding notice say what they do', () => {
    const common = { why: '成效明显', basis: '经市委研究', hope: '希望再接再厉', call: '号召全市学习' }
    expect(decisionBody({ ...common, honours: [{ names: '丁一等2名同志', honour: '服务标兵' }] })[1]!.text).toBe(
      '经市委研究，决定授予丁一等2名同志“服务标兵”称号，予以表彰。',
    )
    expect(bulletinBody({ ...common, names: '示例局' })[1]!.text).toBe('经市委研究，决定对示例局予以通报表扬。')
    expect(forwardingBody('实施方案')[0]!.text).toBe('现将《实施方案》印发给你们，请结合实际，认真贯彻执行。')
  })
})
