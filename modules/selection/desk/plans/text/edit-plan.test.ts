import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffLines } from 'diff'
import { describe, expect, it } from 'vitest'
import { type PlanSources, planChanges, readPlan } from '../../../shared/index.ts'
import { blankForm } from '../schema/form-uses.ts'
import { editPlan, type PlanEdit, planValue, valueAt } from './edit-plan.ts'

const shipped = (id: string): PlanSources => {
  const root = join(import.meta.dirname, '../../../plans', id)
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.yaml'))
  return Object.fromEntries(names.map(name => [name, readFileSync(join(root, name), 'utf8')]))
}
const ids = ['henan-2021', 'jiaozuo-2017', 'luoyang-2021']
const changedLines = (before: PlanSources, after: PlanSources) =>
  Object.keys(before).flatMap(name =>
    diffLines(before[name]!, after[name]!)
      .filter(({ added, removed }) => added || removed)
      .map(({ added, value }) => `${added ? '+' : '-'} ${value.trimEnd().trim()}`),
  )
const edited = (id: string, edit: PlanEdit) => {
  const before = shipped(id)
  const after = editPlan(before, edit)
  return { before, after, lines: changedLines(before, after) }
}

describe('editing a plan’s text from a form', () => {
  it.each(ids)('changes one line of %s for one value, and that value only', id => {
    const { before, after, lines } = edited(id, { kind: 'set', path: ['shortTitle'], value: '新的简称' })
    expect(lines).toEqual([expect.stringMatching(/^- shortTitle/), '+ shortTitle: 新的简称'])
    expect(planChanges(readPlan(before).plan, readPlan(after).plan).map(({ path }) => path)).toEqual([['shortTitle']])
  })

  it('finds the file in which a part stands', () => {
    const { lines, after } = edited('luoyang-2021', { kind: 'set', path: ['units', 0, 'name'], value: '甲区' })
    expect(lines).toHaveLength(2)
    expect(after['units.yaml']).toContain('name: 甲区')
  })

  it('changes a form in the file of that form', () => {
    const path = ['forms', 'fine-member', 'sections', 0, 'fields', 0, 'label']
    const { before, after } = edited('jiaozuo-2017', { kind: 'set', path, value: '姓　名' })
    const changed = Object.keys(after).filter(name => after[name] !== before[name])
    expect([changed, valueAt(planValue(after), path)]).toEqual([['forms/fine-member.yaml'], '姓　名'])
  })

  it('takes a whole form out with its file, and puts a new one in beside the others', () => {
    const before = shipped('luoyang-2021')
    const gone = editPlan(before, { kind: 'remove', path: ['forms', 'team'] })
    expect(Object.keys(before).filter(name => !(name in gone))).toEqual(['forms/team.yaml'])
    const formsOf = (sources: PlanSources) => Object.keys(planValue(sources)!.forms as object)
    expect(formsOf(gone)).toEqual(formsOf(before).filter(key => key !== 'team'))
    const value = blankForm('luoyang-2021', 'form-4', '登记表')
    const more = editPlan(before, { kind: 'set', path: ['forms', 'form-4'], value })
    expect(valueAt(planValue(more), ['forms', 'form-4', 'title'])).toEqual(['登记表'])
    expect(readPlan(more).faults).toEqual([])
  })

  it('keeps a form’s file that another form is read from too', () => {
    const shared = { 'plan.yaml': 'forms:\n  a: { file: one.yaml }\n  b: { file: one.yaml }\n', 'one.yaml': 'key: x\n' }
    expect(editPlan(shared, { kind: 'remove', path: ['forms', 'a'] })).toEqual({
      ...shared,
      'plan.yaml': 'forms:\n  b: { file: one.yaml }\n',
    })
  })

  it('keeps dates as plain text and comments where they are', () => {
    const sources = { 'plan.yaml': '# 抬头\nstages:\n  - key: a # 第一个\n    dueBy: 2026-01-05\n    tags: [x, y]\n' }
    const set = { kind: 'set', path: ['stages', 0, 'dueBy'], value: '2026-01-06' } as const
    expect(editPlan(sources, set)).toEqual({
      'plan.yaml': '# 抬头\nstages:\n  - key: a # 第一个\n    dueBy: 2026-01-06\n    tags: [x, y]\n',
    })
  })

  it('adds, moves and removes an item of a list', () => {
    const path = ['stages']
    const one = shipped('luoyang-2021')
    const added = editPlan(one, { kind: 'append', path, value: { key: 'more', title: '再加一个' } })
    const titles = (sources: PlanSources) => (planValue(sources)!.stages as { key: string }[]).map(({ key }) => key)
    expect(titles(added)).toEqual([...titles(one), 'more'])
    const moved = editPlan(added, { kind: 'move', path, from: titles(one).length, to: 0 })
    expect(titles(moved)).toEqual(['more', ...titles(one)])
    expect(titles(editPlan(moved, { kind: 'remove', path: ['stages', 0] }))).toEqual(titles(one))
  })

  it('makes a list or an object that is not there yet', () => {
    const sources = { 'plan.yaml': 'title: 甲\n' }
    expect(editPlan(sources, { kind: 'append', path: ['basis'], value: { title: '乙' } })).toEqual({
      'plan.yaml': 'title: 甲\nbasis:\n  - title: 乙\n',
    })
    expect(planValue(editPlan(sources, { kind: 'set', path: ['notice', 'title'], value: '丙' }))).toEqual({
      title: '甲',
      notice: { title: '丙' },
    })
  })

  it('changes one use where several places share a value by an alias', () => {
    const sources = { 'plan.yaml': 'a: &one { text: 甲 }\nb: *one\nc: *one\n' }
    const set = (name: string) => planValue(editPlan(sources, { kind: 'set', path: [name, 'text'], value: '乙' }))
    expect(set('b')).toEqual({ a: { text: '甲' }, b: { text: '乙' }, c: { text: '甲' } })
    expect(set('a')).toEqual({ a: { text: '乙' }, b: { text: '甲' }, c: { text: '甲' } })
  })

  it('keeps the shared conditions of the Jiaozuo plan apart', () => {
    const path = ['categories', 1, 'conditions', 0, 'text']
    const { before, after } = edited('jiaozuo-2017', { kind: 'set', path, value: '只改这一处。' })
    expect(valueAt(planValue(after), path)).toBe('只改这一处。')
    expect(planChanges(readPlan(before).plan, readPlan(after).plan)).toHaveLength(1)
  })

  it('keeps for others what an item shares with them when it goes or moves', () => {
    const before = shipped('jiaozuo-2017')
    const categories = (sources: PlanSources) => planValue(sources)!.categories as unknown[]
    const [first, second, third] = categories(before)
    const gone = editPlan(before, { kind: 'remove', path: ['categories', 0] })
    expect(categories(gone)).toEqual([second, third])
    const moved = editPlan(before, { kind: 'move', path: ['categories'], from: 2, to: 0 })
    expect(categories(moved)).toEqual([third, first, second])
  })

  it('leaves a text that is no YAML as it is', () => {
    const sources = { 'plan.yaml': 'a: [\n' }
    expect(editPlan(sources, { kind: 'set', path: ['a'], value: 1 })).toBe(sources)
    expect(planValue(sources)).toBeUndefined()
  })
})
