import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '#kernel/forms/shared/index.ts'
import { anchorOf, articleFindings, type Finding, fieldFindings, offered } from './editing.ts'

const finding = (path: string, given: Partial<Finding> = {}): Finding => ({
  rule: 'R001-10',
  fn: 'wordsAtMost',
  severity: 'block',
  message: '超长',
  clause: '',
  path,
  settled: false,
  ...given,
})

describe('findings beside their fields', () => {
  it('go to the form in its own paths, softened where only people can judge', () => {
    const findings = [finding('answers.resume.2.start', { severity: 'manual' }), finding('articles.article')]
    expect(fieldFindings(findings)).toEqual([
      { path: 'resume.2.start', code: 'wordsAtMost', severity: 'warning', message: '超长', rule: 'R001-10' },
    ])
    expect(anchorOf('answers.resume.2.start')).toBe('resume.2.start')
    expect(anchorOf('articles.article')).toBe('articles.article')
  })

  it('go to the article they mean and to no other', () => {
    const findings = [finding('articles.article'), finding('articles.article.title'), finding('articles.article-2')]
    expect(articleFindings(findings, 'article').map(({ path }) => path)).toEqual(['paragraphs', 'title'])
  })

  it('are not said at the field once their reason is settled', () => {
    expect(fieldFindings([finding('answers.name', { settled: true })])).toEqual([])
  })
})

describe('an untouched form', () => {
  const fields = [
    { key: 'recommender', prefill: 'recommender' },
    { key: 'fillDate', prefill: 'today' },
    { key: 'name' },
  ]
  const form = { sections: [{ title: '一', fields }] } as unknown as FormDefinition
  const offer = { recommender: '老城区领导小组', today: '2021-12-24' }

  it('offers the unit and the day, and never touches what somebody has typed', () => {
    expect(offered(form, {}, offer)).toEqual({ recommender: '老城区领导小组', fillDate: '2021-12-24' })
    expect(offered(form, { name: '张三' }, offer)).toEqual({ name: '张三' })
  })
})
