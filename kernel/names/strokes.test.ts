import { describe, expect, it } from 'vitest'
import { loadStrokes } from './strokes.ts'

describe('the stroke table', () => {
  it('knows the strokes by the five classes', async () => {
    const { strokesOf } = await loadStrokes()
    expect(['王', '丁', '习', '李', '张', '卫'].map(strokesOf)).toEqual([
      '1121',
      '12',
      '541',
      '1234521',
      '5153154',
      '521',
    ])
  })

  it('agrees with the order of 《通用规范汉字表》 on every listed character of each level', async () => {
    const table = await loadStrokes()
    const inversions = [1, 2, 3].flatMap(level => {
      const known = table.level(level).filter(character => table.strokesOf(character))
      return known.filter(
        (character, i) => i > 0 && place(table.strokesOf(known[i - 1]!)!) > place(table.strokesOf(character)!),
      )
    })
    expect(inversions).toEqual([])
  })

  it('has the 8,105 characters in three levels, and knows how many lack strokes', async () => {
    const table = await loadStrokes()
    const levels = [1, 2, 3].map(level => table.level(level))
    expect(levels.map(level => level.length)).toEqual([3500, 3000, 1605])
    expect(levels.map(level => level.filter(character => !table.strokesOf(character)).length)).toEqual([0, 134, 1201])
  })
})

const place = (strokes: string) => String(strokes.length).padStart(2, '0') + strokes
