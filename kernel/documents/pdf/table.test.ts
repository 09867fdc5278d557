import { expect, it } from 'vitest'
import { paragraph } from '../build.ts'
import type { Table } from '../model.ts'
import { PROFILES } from '../profiles.ts'
import { tableSource } from './table.ts'

const sourceOf = (text: string, width: number) => {
  const cell = { blocks: [paragraph(text)], colspan: 1, rowspan: 1, verticalAlign: 'center' as const }
  const table: Table = { kind: 'table', columns: [width], rows: [{ height: 10, cells: [cell] }] }
  return tableSource(table, PROFILES['form-xiaosi']!, { missing: new Set(), substituted: new Set(), images: new Map() })
}

it('lets a word go on in the next line where its cell is too narrow, and keeps it whole where it is not', () => {
  const mail = 'zhangsan@example.com'
  const broken = [...mail].join('\u200b')
  expect(sourceOf(mail, 30)).toContain(broken)
  expect(sourceOf(mail, 60)).toContain(mail)
  expect(sourceOf('410000196712204575', 42)).toContain('410000196712204575')
  expect(sourceOf('推荐单位名称很长也自己换行', 20)).not.toContain('\u200b')
})
