import { describe, expect, it } from 'vitest'
import { type Field, fieldsOf } from '#kernel/forms/shared/index.ts'
import type { Plan } from '../plan/index.ts'
import { henan, henanCases } from './cases/henan.ts'
import { jiaozuo, jiaozuoCases } from './cases/jiaozuo.ts'
import { luoyang, luoyangCases } from './cases/luoyang.ts'
import type { Case } from './cases/sample.ts'
import { bindRules, type Finding, type RuleBinding, rules, runRules } from './index.ts'

const ids = (seed: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${seed}-${String(index + 1).padStart(2, '0')}`)

/** Every rule of the three notices. */
const known = [...ids('R000', 31), ...ids('R001', 13), ...ids('R003', 33)]

/** Rules of the notices that no rule function stands for, and why. */
const elsewhere: Record<string, string> = {
  'R000-09': 'documents: fonts of the form',
  'R000-14': 'documents: copies on paper',
  'R000-27': 'documents: layout of the article',
  'R000-28': 'documents: one Word 97-2003 file for each nominee',
  'R000-29': 'documents: file name',
  'R001-13': 'a stage of the plan (宣传发布), nothing to check',
  'R003-27': 'documents: copies on paper',
  'R003-30': 'information only: the basis is a draft, said in the plan’s basis',
}

/** The rule functions that must speak for a field whose finding asks for a reason. */
function codesAskingReason(field: Field): string[] {
  if (field.kind === 'politicalStatus') return field.reasonFor.length > 0 ? ['answerNotIn'] : []
  if (field.kind === 'photo') return field.sizeSeverity === 'reason' ? ['photoLargeEnough', 'photoOfShape'] : []
  if (field.kind === 'awards' || field.kind === 'mediaReports') {
    return field.least && field.levelSeverity === 'reason' ? ['levelHighEnough'] : []
  }
  if (field.kind === 'longText') return field.limit.about ? ['countAbout'] : []
  return field.kind === 'date' && field.window ? ['dateInWindow'] : []
}

const shipped: [string, Plan, Case[]][] = [
  ['luoyang-2021', luoyang, luoyangCases],
  ['henan-2021', henan, henanCases],
  ['jiaozuo-2017', jiaozuo, jiaozuoCases],
]

const check = (plan: Plan, binding: RuleBinding, facts: Case['keeps']): Finding[] =>
  runRules(bindRules([binding], plan), facts, {
    checkpoint: binding.at[0]!,
    where: 'server',
    ...(binding.stage && { stage: binding.stage[0]! }),
  })

describe('the rules of the notices', () => {
  it('are each bound by a shipped plan or accounted for elsewhere', () => {
    const bound = new Set(shipped.flatMap(([, plan]) => plan.rules.map(({ id }) => id.replace(/[a-z]$/, ''))))
    expect(known.filter(id => !bound.has(id) && !elsewhere[id])).toEqual([])
    expect(Object.keys(elsewhere).filter(id => bound.has(id))).toEqual([])
  })

  it('use every rule function there is', () => {
    const used = new Set(shipped.flatMap(([, plan]) => plan.rules.map(({ rule }) => rule)))
    expect(Object.keys(rules).filter(name => !used.has(name))).toEqual(spare)
  })
})

/** Functions that no shipped plan needs, kept for others: see made-up-city.test.ts. */
const spare = ['genderMatchesId', 'listShareAtMost']

describe.each(shipped)('%s', (_, plan, cases) => {
  it('has facts that keep and facts that break each of its rules', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(plan.rules.map(({ id }) => id).sort())
  })

  it('binds whatever its forms ask a reason for, so that there is a rule to write the reason against', () => {
    const asked = new Set(Object.values(plan.forms).flatMap(form => fieldsOf(form).flatMap(codesAskingReason)))
    const bound = plan.rules.filter(({ severity }) => severity === 'reason').map(({ rule }) => rule)
    expect([...asked].filter(rule => !bound.includes(rule))).toEqual([])
  })

  it.each(cases)('$id holds and breaks as the notice says', ({ id, fn, severity, keeps, breaks, message }) => {
    const binding = plan.rules.find(rule => rule.id === id)!
    expect(binding.rule).toBe(fn)
    expect(check(plan, binding, keeps)).toEqual([])
    const found = check(plan, binding, breaks)
    expect(found.map(({ rule, severity, message }) => ({ rule, severity, message }))).toEqual([
      { rule: id, severity, message },
    ])
    expect(found[0]!.clause).toBe(binding.clause)
  })
})
