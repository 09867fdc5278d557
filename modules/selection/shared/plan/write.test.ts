import { describe, expect, it } from 'vitest'
import { readPlan, writePlan } from './index.ts'
import { examplePlan, shippedPlan } from './testing/example.ts'

describe('writing a plan', () => {
  it.each(['henan-2021', 'jiaozuo-2017', 'luoyang-2021'])('gives %s back when it is read again', id => {
    const plan = shippedPlan(id)
    expect(readPlan({ 'plan.yaml': writePlan(plan) })).toEqual({ plan, faults: [] })
  })

  it('writes no aliases and keeps codes and dates as text', () => {
    const text = writePlan(examplePlan())
    expect(text).toContain('code: "990100"')
    expect(text).toContain('dueBy: 2026-04-10')
    expect(text).not.toMatch(/[&*][a-z]\d/)
  })
})
