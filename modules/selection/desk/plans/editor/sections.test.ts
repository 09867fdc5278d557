import { describe, expect, it } from 'vitest'
import { planShape } from '../../../shared/plan/shape.ts'
import { sectionOf, sections } from './sections.ts'

describe('the editor’s outline', () => {
  it('has every part of a plan once, but the format’s number', () => {
    const parts = sections.flatMap(section => section.parts)
    expect([...parts, 'format'].sort()).toEqual(Object.keys(planShape.shape).sort())
  })

  it('finds the section of a fault', () => {
    expect(sectionOf(['stages', 2, 'dueBy']).key).toBe('stages')
    expect(sectionOf([]).key).toBe('basic')
  })
})
