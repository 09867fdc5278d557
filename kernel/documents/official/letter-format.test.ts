import { describe, expect, it } from 'vitest'
import { renderDocx } from '../docx/render.ts'
import { renderPdf } from '../pdf/render.ts'
import { readWord } from '../read/index.ts'
import { textIn } from '../read/model.ts'
import { pdfPages } from '../testing/pdf.ts'
import { officialDocument, withEvenImprint } from './document.ts'
import type { OfficialDocument } from './model.ts'

const letter = (over: Partial<OfficialDocument> = {}) =>
  officialDocument({
    format: 'letter',
    letterhead: { offices: ['中共示例市委组织部'] },
    number: '示组函〔2021〕5号',
    title: '关于征求推荐对象意见的函',
    addressee: '市公安局',
    body: [{ level: 0, text: '现征求你单位意见，请反馈。' }],
    signature: { offices: ['中共示例市委组织部'], date: '2021-12-24', sealed: true },
    imprint: { office: '中共示例市委组织部办公室', date: '2021-12-24', copyTo: '市委办公室' },
    ...over,
  })
const linesOf = (model: ReturnType<typeof letter>) =>
  model.sections[0]!.marks!.flatMap(mark => (mark.kind === 'line' ? [mark] : []))

describe('a letter by GB/T 9704-2012, 10.1', () => {
  it('has double lines of 170 mm, thick over thin 4 mm below the name, thin over thick 20 mm above the foot', () => {
    const drawn = linesOf(letter()).map(({ x, toX, y, weight, color }) => [toX - x, y.toFixed(1), weight, color])
    expect(drawn).toEqual([
      [170, '46.7', 0.8, 'FF0000'],
      [170, '47.8', 0.25, 'FF0000'],
      [170, '275.9', 0.25, 'FF0000'],
      [170, '277.0', 0.8, 'FF0000'],
    ])
  })

  it('sets the name in red 小标宋 from 30 mm on, no wider than the text', () => {
    const { marks, profile } = letter().sections[0]!
    const { size, font, color } = profile.lettering.issuer
    const name = marks!.find(mark => mark.kind === 'text')!
    expect([font, color, size]).toEqual(['方正小标宋简体', 'FF0000', 36])
    expect(name.y + (size * 0.15 * 25.4) / 72).toBeCloseTo(30, 1)
    const long = letter({ letterhead: { offices: ['中共示例市委党史学习教育领导小组办公室'] } }).sections[0]!.profile
    expect(long.lettering.issuer.size * 19).toBeLessThanOrEqual(443)
  })

  it('keeps A4 and its order on paper: name, number, title, text, who else gets it; no office and date of printing', async () => {
    const [page, ...more] = await pdfPages((await renderPdf(letter())).file)
    expect([more.length, page!.width, page!.height]).toEqual([0, 210, 297])
    const places = ['中共示例市委组织部', '示组函〔2021〕5号', '关于征求', '市公安局：', '抄送：市委办公室。'].map(
      words => page!.text.indexOf(words),
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(page!.text).not.toContain('印发')
  })

  it('has a page number from the second page on', async () => {
    const body = Array.from({ length: 30 }, () => ({ level: 0 as const, text: '现征求你单位意见。' }))
    const pages = await pdfPages((await renderPdf(letter({ body }))).file)
    expect(pages.map(({ text }) => /—\d+—/u.exec(text)?.[0])).toEqual([undefined, '—2—'])
  })

  it('keeps 抄送 on its last page, odd or even', () => {
    expect(withEvenImprint(letter(), 1)).toEqual(letter())
  })

  it('comes back from Word with its words', async () => {
    const words = textIn((await readWord(renderDocx(letter()), 'a.docx')).blocks)
    expect(words).toContain('示组函〔2021〕5号')
    expect(words).toContain('抄送：市委办公室。')
  })
})

describe('minutes by GB/T 9704-2012, 10.3', () => {
  const minutes = officialDocument({
    format: 'minutes',
    letterhead: { offices: ['示例市委办公室'], suffix: '会议纪要' },
    number: '第5期',
    title: '研究推选事项',
    body: [{ level: 0, text: '会议同意。' }],
    attendance: [
      { label: '出席', names: '甲、乙' },
      { label: '请假', names: '丙' },
      { label: '列席', names: '丁' },
    ],
    signature: { offices: ['示例市委办公室'], date: '2021-12-24', sealed: true },
  })
  const words = minutes.sections[0]!.blocks.flatMap(block => (block.kind === 'paragraph' ? [block] : []))

  it('have 出席, 请假 and 列席 in 黑体 below the text, further lines under the first name', () => {
    expect(words.slice(-3).map(({ runs }) => runs[0]!.text)).toEqual(['出席', '请假', '列席'])
    expect(words.at(-3)).toMatchObject({
      runs: [{ text: '出席', style: 'heading1' }, { text: '：甲、乙' }],
      indentLeft: 5,
      indent: -3,
    })
    expect(minutes.sections[0]!.profile.lettering.heading1).toMatchObject({ font: '黑体', size: 16 })
  })

  it('are headed by their own mark, and bear neither signature nor date', () => {
    const text = words.flatMap(({ runs }) => runs.map(run => run.text)).join('\n')
    expect(text).toContain('示例市委办公室会议纪要\n第5期')
    expect(text).not.toContain('2021年12月24日')
  })
})
