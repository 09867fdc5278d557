import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Field } from '../definition/field.ts'
import type { FieldContext } from '../definition/finding.ts'
import { kindOf } from './index.ts'
import { resumeGaps } from './resume.ts'

const field = Field.parse({ kind: 'resume', key: 'resume', label: '个人简历', startsWith: 'workStart' })
const row = (start: string, end: string, post = '科员') => ({ start, end, unit: '示例单位', post })
const check = (rows: object[], answers: Record<string, unknown> = {}) => {
  const context: FieldContext = { mode: 'submit', today: '2021-12-29', answers }
  const kind = kindOf(field)
  return kind.validate(kind.normalise(rows, field), field, context).map(({ path, code }) => `${path} ${code}`)
}
const month = (number: number) => `${Math.floor(number / 12)}.${String((number % 12) + 1).padStart(2, '0')}`

describe('a résumé', () => {
  it('may share a month with the row before or follow in the next', () => {
    expect(check([row('2000.01', '2001.06'), row('2001.06', '2002.06'), row('2002.07', '至今')])).toEqual([])
  })
  it('with a hole names its place and length', () => {
    const rows = [row('2000.01', '2001.06'), row('2001.08', '至今')]
    expect(resumeGaps(rows)).toEqual([{ index: 1, from: '2001.06', to: '2001.08', months: 1 }])
    expect(check(rows)).toEqual(['1.start resume.gap'])
  })
  it('has no hole after 在职学习 inside a longer post', () => {
    const rows = [row('2000.01', '2008.06'), row('2002.09', '2005.06', '在职学习'), row('2008.07', '至今')]
    expect(check(rows)).toEqual(['1.start resume.overlap'])
  })
  it('runs in order to the present', () => {
    expect(check([row('2000.01', '2001.06')])).toEqual(['0.end resume.present'])
    expect(check([row('2001.06', '至今'), row('2000.01', '2001.06')])).toEqual(['1.start resume.order'])
    expect(check([row('2001.06', '2000.01'), row('2000.01', '至今')])).toEqual([
      '0.end resume.backwards',
      '1.start resume.order',
    ])
    expect(check([row('二〇〇一', '至今')])).toEqual(['0.start resume.month'])
  })
  it('starts with the first job, or with the schooling before it', () => {
    const answers = { workStart: '2004.07' }
    expect(check([row('2005.01', '至今')], answers)).toEqual(['0.start resume.start'])
    expect(check([row('2004.07', '至今')], answers)).toEqual([])
    expect(check([row('2000.09', '2004.07', '法学专业学习'), row('2004.07', '至今')], answers)).toEqual([])
  })
  it('finds exactly the months that no row covers', () => {
    const spans = fc.array(fc.tuple(fc.nat(80), fc.nat(20)), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(spans, raw => {
        const sorted = raw
          .map(([start, length]) => [24000 + start, 24000 + start + length] as const)
          .sort((a, b) => a[0] - b[0])
        const covered = new Set(
          sorted.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
        )
        const first = sorted[0]![0]
        const last = Math.max(...sorted.map(([, to]) => to))
        const open = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(at => !covered.has(at)).length
        const gaps = resumeGaps(sorted.map(([from, to]) => row(month(from), month(to))))
        expect(gaps.reduce((sum, { months }) => sum + months, 0)).toBe(open)
      }),
    )
  })
})
