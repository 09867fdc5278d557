import { describe, expect, it } from 'vitest'
import { moved, setAnswers } from './set-answer.ts'

describe('setting answers by path', () => {
  const answers = { name: '张三', contact: { phone: '1' }, people: [{ name: '甲' }, { name: '乙' }] }
  it('replaces at any depth and leaves the rest as it was', () => {
    const next = setAnswers(answers, { 'people.1.name': '丙', 'contact.post': '主任', name: '李四' })
    expect(next).toEqual({
      name: '李四',
      contact: { phone: '1', post: '主任' },
      people: [{ name: '甲' }, { name: '丙' }],
    })
    expect((next.people as unknown[])[0]).toBe(answers.people[0])
  })
  it('makes the objects on the way', () => {
    expect(setAnswers({}, { 'seal.date': '2021-12-28' })).toEqual({ seal: { date: '2021-12-28' } })
  })
})

describe('moving a row', () => {
  it('keeps the others in order, and does nothing at the ends', () => {
    expect([moved(['a', 'b', 'c'], 2, 0), moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 2)]).toEqual([
      ['c', 'a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ])
  })
})
