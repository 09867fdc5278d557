import { describe, expect, it } from 'vitest'
import { namedSources } from './read-files.ts'

describe('uploaded files', () => {
  it('of one plan in one file are that plan, whatever the file is called', () => {
    expect(namedSources([{ name: '我的方案.yaml', text: 'id: a' }])).toEqual({ 'plan.yaml': 'id: a' })
  })

  it('take the names by which the plan asks for them', () => {
    const main = 'units: { file: units.yaml }\nforms:\n  person: { file: forms/person.yaml }\n'
    const files = [
      { name: 'person.yaml', text: '1' },
      { name: 'plan.yaml', text: main },
      { name: 'units.yaml', text: '2' },
    ]
    expect(namedSources(files)).toEqual({ 'forms/person.yaml': '1', 'plan.yaml': main, 'units.yaml': '2' })
  })
})
