import { describe, expect, it } from 'vitest'
import { FormDefinition } from '#kernel/forms/shared/index.ts'
import { blankForm, freeFormKey, usesOfForm } from './form-uses.ts'

describe('a new form of a plan', () => {
  it('is sound from the start, under a key of its own', () => {
    expect(FormDefinition.safeParse(blankForm('made-up-2026', 'form-1', '登记表')).success).toBe(true)
    expect([freeFormKey({}), freeFormKey({ member: {} }), freeFormKey({ member: {}, 'form-2': {} })]).toEqual([
      'form-1',
      'form-2',
      'form-3',
    ])
  })
})

describe('where a form is used', () => {
  it('is told with the way there, and nowhere for a form that nothing names', () => {
    const plan = {
      categories: [{ key: 'member', form: 'member' }],
      materials: [{ form: 'member' }, { form: 'list' }],
      stages: [{ sheets: ['list'] }],
    }
    expect(usesOfForm(plan, 'member')).toEqual([
      ['categories', 0, 'form'],
      ['materials', 0, 'form'],
    ])
    expect(usesOfForm(plan, 'list')).toEqual([
      ['materials', 1, 'form'],
      ['stages', 0, 'sheets', 0],
    ])
    expect(usesOfForm(plan, 'none')).toEqual([])
  })
})
