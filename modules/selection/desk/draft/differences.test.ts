import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, merged } from './differences.ts'

const mine = { answers: { name: '张三', post: '网格员', phone: '' }, articles: {}, reasons: [] }
const theirs = { answers: { post: '社区书记', name: '张三' }, articles: { article: { title: '标题' } }, reasons: [] }

describe('two versions side by side', () => {
  it('show only the fields that differ, whatever the order of keys and empty answers', () => {
    expect(differences(mine, theirs)).toEqual([
      { path: 'answers.post', mine: '网格员', theirs: '社区书记' },
      { path: 'articles.article', mine: undefined, theirs: { title: '标题' } },
    ])
  })

  it('join into what was chosen field by field', () => {
    const [post, article] = differences(mine, theirs)
    expect(merged(mine, [post!]).answers).toEqual({ name: '张三', post: '社区书记', phone: '' })
    expect(merged(mine, [article!]).answers.post).toBe('网格员')
  })

  it('leave nothing different once all of theirs are chosen', () => {
    const version = fc.record({
      answers: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.string(), fc.array(fc.string()))),
      articles: fc.dictionary(fc.constantFrom('x', 'y'), fc.record({ title: fc.string() })),
    })
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(differences(merged(a, differences(a, b)), b)).toEqual([])
      }),
    )
  })
})
