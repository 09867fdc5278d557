import { describe, expect, it } from 'vitest'
import { anchorOf, articleFindings, type Finding, fieldFindings } from './editing.ts'

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
