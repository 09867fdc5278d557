import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName } from './index.ts'

describe('a safe file name', () => {
  it.each([
    ['【推荐表】示例县+党员服务标兵+王芳.doc', '【推荐表】示例县+党员服务标兵+王芳.doc', false],
    ['阿沛·阿旺.doc', '阿沛·阿旺.doc', false],
    ['a\\b/c:d*e?f"g<h>i|j.doc', 'a＼b／c：d＊e？f＂g＜h＞i｜j.doc', true],
    ['王\n芳\u202E.doc', '王芳.doc', true],
    ['名单. .doc', '名单.doc', true],
    ['CON.doc', '文件CON.doc', true],
    ['', '文件', true],
  ])('of %j is %j', (wanted, name, changed) => {
    expect(safeFileName(wanted)).toEqual({ name, changed })
  })

  it('counts up where the name is taken, whatever its case', () => {
    expect(safeFileName('A.doc', new Set(['a.doc', 'A（2）.doc'])).name).toBe('A（3）.doc')
  })

  it('keeps its extension when it is too long', () => {
    const { name } = safeFileName(`${'名'.repeat(200)}.docx`)
    expect(name).toBe(`${'名'.repeat(115)}.docx`)
  })

  it('is always free, legal and at most 120 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), wanted => {
        const first = safeFileName(wanted).name
        const second = safeFileName(wanted, new Set([first])).name
        expect(second).not.toBe(first)
        for (const name of [first, second]) {
          expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^$|[. ]$/u)
          expect(Array.from(name).length).toBeLessThanOrEqual(120)
        }
      }),
    )
  })
})
