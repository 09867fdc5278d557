import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeName } from './name.ts'

it('keeps names as people wrote them, with the extension of the content', () => {
  expect(['张三.jpg', '【推荐表】甲县+标兵.DOC', '阿里木·买买提.png'].map(name => safeName(name, 'jpg'))).toEqual([
    '张三.jpg',
    '【推荐表】甲县+标兵.jpg',
    '阿里木·买买提.jpg',
  ])
})

it.each([
  ['../../etc/passwd', '_.._etc_passwd.jpg'],
  ['a\u202egpj.exe', 'agpj.jpg'],
  ['....', '未命名.jpg'],
  ['a:b*c?"<>|.jpg', 'a_b_c_____.jpg'],
])('makes %j harmless', (name, expected) => {
  expect(safeName(name, 'jpg')).toBe(expected)
})

it('is never empty, never long, and never changes when made safe again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), name => {
      const safe = safeName(name, 'pdf')
      expect([...safe].length).toBeLessThanOrEqual(120)
      expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u)
      expect(safeName(safe, 'pdf')).toBe(safe)
    }),
  )
})
