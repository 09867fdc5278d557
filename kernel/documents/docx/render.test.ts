import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FormDefinition } from '#kernel/forms/shared/index.ts'
import { articleDocument, PROFILES, renderDocx, renderForm } from '../index.ts'

/** Text of one entry of a zip, found by its local header name. */
const entry = (zip: Buffer, name: string): string => {
  const directory = zip.lastIndexOf(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1')]), zip.length)
  let at = directory
  while (at >= 0) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + length) === name) break
    at = zip.lastIndexOf('PK\x01\x02', at - 1, 'latin1')
  }
  const header = zip.readUInt32LE(at + 42)
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const body = zip.subarray(start, start + zip.readUInt32LE(at + 20))
  return (zip.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString('utf8')
}
const xmlOf = (zip: Buffer) => entry(zip, 'word/document.xml')
const texts = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, value]) => value)

const form = FormDefinition.parse({
  key: 'sample/person',
  title: ['示例推荐表'],
  subject: { kind: 'person', name: 'name' },
  cover: { title: ['示例推荐表'], entries: [{ label: '姓名', field: 'name' }] },
  sections: [
    {
      title: '全部',
      fields: [
        { kind: 'name', key: 'name', label: '姓名' },
        { kind: 'choice', key: 'type', label: '类别', options: ['甲', '乙'], boxes: true },
        { kind: 'longText', key: 'deeds', label: '事迹' },
        { kind: 'opinion', key: 'county', label: '县区意见', unitClasses: ['county'] },
        { kind: 'rows', key: 'people', label: '名单', fields: [{ kind: 'name', key: 'name', label: '姓名' }] },
      ],
    },
  ],
  grid: {
    columns: [30, 60, 66],
    rows: [
      { cells: [{ label: '姓名' }, { field: 'name' }, { field: 'type', rowspan: 2 }] },
      { height: 40, cells: [{ label: '事迹', vertical: true }, { field: 'deeds' }] },
      { cells: [{ label: '意见' }, { seal: 'county', colspan: 2 }] },
      {
        repeat: 'people',
        atLeast: 2,
        cells: [{ counter: true }, { text: '{name}同志' }, { label: '备注', rowspan: 'all' }],
      },
    ],
  },
})
const answers = { name: '张三', deeds: '2021年办实事12件。', people: [{ name: '李四' }] }

describe('a form as a Word file', () => {
  it('prints every answer in its place, blanks where there is none', () => {
    const xml = xmlOf(renderForm(form, answers, { unitClass: 'county' }))
    expect(
      texts(xml)
        .map(text => text!.trim())
        .filter(Boolean),
    ).toEqual([
      ...['示例推荐表', '姓名：', '张三', '示例推荐表'],
      ...['姓名', '张三', '甲□ 乙□', '事', '迹', '2021年办实事12件。', '意见', '（盖章）', '年    月    日'],
      ...['1', '李四同志', '备注', '2'],
    ])
  })

  it('draws a dash where a cell is not meant for the unit', () => {
    const xml = xmlOf(renderForm(form, answers, { unitClass: 'city-organ' }))
    expect(texts(xml)).toContain('—')
    expect(texts(xml)).not.toContain('（盖章）')
  })

  it('sets 仿宋小四 with Times New Roman digits, A4 and its margins', () => {
    const xml = xmlOf(renderForm(form, answers))
    const body = xml.slice(xml.indexOf('<w:tbl>'), xml.indexOf('</w:tbl>'))
    expect(new Set(all(body, /w:eastAsia="([^"]+)"/g))).toEqual(new Set(['仿宋_GB2312']))
    expect(new Set(all(body, /w:ascii="([^"]+)"/g))).toEqual(new Set(['Times New Roman']))
    expect(new Set(all(body, /<w:sz w:val="(\d+)"/g))).toEqual(new Set(['24']))
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(xml).toMatch(/<w:pgMar w:top="1417" w:right="1474" w:bottom="1134" w:left="1587"/)
  })

  it('gives every width in DXA, keeps the spans, and ends with a paragraph', () => {
    const xml = xmlOf(renderForm(form, answers))
    expect(all(xml, /<w:gridCol w:w="(\d+)"/g)).toEqual(['1701', '3402', '3742'])
    expect(all(xml, /<w:tcW w:w="(\d+)" w:type="dxa"/g)).toHaveLength(xml.split('<w:tc>').length - 1)
    expect(all(xml, /<w:gridSpan w:val="([2-9])"/g)).toEqual(['2'])
    expect(all(xml, /<w:vMerge w:val="(\w+)"/g)).toEqual(['restart', 'continue', 'restart', 'continue'])
    expect(xml).toMatch(/<\/w:tbl><w:p>.*<\/w:p><w:sectPr/)
  })

  it('carries the banner of a demonstration on every page', () => {
    const zip = renderForm(form, answers, { banner: '演示数据，非真实情况' })
    expect(texts(entry(zip, 'word/header1.xml'))).toEqual(['演示数据，非真实情况'])
  })
})

describe('an article as a Word file', () => {
  const article = {
    title: '聚焦“一老一小”办实事',
    subtitle: '张三同志典型事迹材料',
    paragraphs: [
      { level: 1 as const, text: '一、用心' },
      { level: 0 as const, text: '走访1200户。' },
    ],
  }

  it('follows the profile: fonts, fixed 28-point lines, margins', () => {
    const xml = xmlOf(renderDocx(articleDocument(article, PROFILES['luoyang2021-material']!)))
    const runs = xml.replace(/<w:pPr>.*?<\/w:pPr>/g, '')
    expect(texts(xml)).toEqual([article.title, '——张三同志典型事迹材料', '一、用心', '走访1200户。'])
    expect(all(runs, /w:eastAsia="([^"]+)"/g).slice(2)).toEqual([
      '方正小标宋简体',
      '楷体_GB2312',
      '仿宋_GB2312',
      '黑体',
      '仿宋_GB2312',
    ])
    expect(all(runs, /<w:sz w:val="(\d+)"/g).slice(2)).toEqual(['44', '32', '32', '32', '32'])
    expect(all(xml, /w:line="(\d+)" w:lineRule="exact"/g)).toEqual(Array(6).fill('560'))
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1531" w:bottom="1984" w:left="1531"/)
  })
})
