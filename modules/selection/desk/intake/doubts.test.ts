import { describe, expect, it } from 'vitest'
import { certaintyOf, doubtFindings } from './doubts.ts'

const cell = (over: object) => ({
  path: 'name',
  label: '姓名',
  value: '张三',
  source: '张三',
  confidence: 1,
  note: '',
  ...over,
})

describe('a cell that was read', () => {
  it('says in a word how sure it is', () => {
    const words = [
      cell({}),
      cell({ confidence: 0.6 }),
      cell({ value: '', source: '', confidence: 0 }),
      cell({ value: '', source: '' }),
      cell({ value: '', source: '不详', confidence: 0.5 }),
    ].map(each => certaintyOf(each).words)
    expect(words).toEqual(['已读', '请核对', '没读出', '未填', '没读出'])
  })

  it('stands beside its field with its source when it is doubtful', () => {
    const doubtful = cell({ confidence: 0.6, note: '封面填的是“李四”。', source: '张\n三' })
    expect(doubtFindings([cell({}), doubtful])).toEqual([
      { path: 'name', code: 'intake.doubt', severity: 'warning', message: '封面填的是“李四”。 原文：“张 三”' },
    ])
  })
})
