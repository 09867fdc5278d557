import { describe, expect, it } from 'vitest'
import { type CheckFilter, rowsToCheck } from './rows-to-check.ts'

const row = { name: '王芳', unitName: '甲县', category: 'member', answered: 0, items: 3, refused: 0, returned: false }
const rows = [
  row,
  { ...row, name: '丁一', unitName: '乙县', answered: 3, refused: 1 },
  { ...row, name: '示例项目', category: 'project', answered: 3, returned: true },
]
const found = (filter: Partial<CheckFilter>) => rowsToCheck(rows, { words: '', ...filter }).map(({ name }) => name)

describe('the list to be checked', () => {
  it('is searched by name and unit, and cut to one category', () => {
    expect([found({}), found({ words: ' 甲县 ' }), found({ category: 'project' })]).toEqual([
      ['王芳', '丁一', '示例项目'],
      ['王芳', '示例项目'],
      ['示例项目'],
    ])
    expect(found({ words: '丁', category: 'project' })).toEqual([])
  })

  it('is cut to what is still to be answered, has an answer of no, or is back at its unit', () => {
    const by = (['open', 'done', 'refused', 'returned'] as const).map(progress => found({ progress }))
    expect(by).toEqual([['王芳'], ['丁一', '示例项目'], ['丁一'], ['示例项目']])
  })
})
