import { describe, expect, it } from 'vitest'
import { rules } from '../../../shared/rules/registry.ts'
import { blank, blankItem, reshaped } from './blank.ts'
import { type Control, controlFor } from './control.ts'
import { choiceWordsAt } from './enum-words.ts'
import { labelOf } from './labels.ts'
import { fieldsOf, paramSchema, pointedAt } from './param-schema.ts'
import { alternatives, formSchema, partSchema, resolved, type Schema } from './plan-schema.ts'

const fieldOf = (list: string, name: string): Schema => alternatives(partSchema(list).items!)[0]!.properties![name]!
const controlOf = (list: string, name: string) => controlFor(fieldOf(list, name), [list, 0, name])

describe('the control of a field', () => {
  it('follows from its schema', () => {
    expect(controlFor(partSchema('title'), ['title'])).toEqual({
      control: { kind: 'text', long: false },
      nullable: false,
    })
    expect(controlFor(partSchema('year'), ['year']).control).toEqual({ kind: 'number', min: 2004, max: 2100 })
    expect(controlOf('stages', 'dueBy').control).toEqual({ kind: 'date' })
    expect(controlOf('materials', 'required').control).toEqual({ kind: 'flag', otherwise: true })
    expect(controlOf('categories', 'eligible').control).toEqual({ kind: 'lines' })
    expect(controlOf('stages', 'acts').control).toEqual({ kind: 'choices', options: ['succeed', 'add', 'move'] })
  })

  it('offers what the plan has elsewhere where a field names it', () => {
    const to = (list: string, many = false, all = false): Control => ({ kind: 'reference', list, many, all })
    expect(controlOf('units', 'class').control).toEqual(to('unitClasses'))
    expect(controlOf('categories', 'notTogetherWith').control).toEqual(to('categories', true))
    expect(controlOf('materials', 'categories').control).toEqual(to('categories', true, true))
  })

  it('offers the rule functions there are', () => {
    const { control } = controlOf('rules', 'rule')
    expect(control.kind === 'choice' && control.options).toContain('quotaPerUnitClass')
  })

  it('leaves undecided what may be undecided', () => {
    expect(controlOf('categories', 'awards').nullable).toBe(true)
    expect(controlFor(partSchema('approval'), ['approval'])).toMatchObject({
      nullable: true,
      control: { kind: 'group' },
    })
  })

  it('offers the shapes of a union by name', () => {
    const names = ({ control }: { control: Control }) =>
      control.kind === 'one-of' && control.shapes.map(({ name }) => name)
    expect(names(controlOf('categories', 'candidates'))).toEqual(['count', 'ratio'])
    expect(names(controlFor(partSchema('stages').items!, ['stages', 0]))).toContain('publicise')
  })
})

describe('the fields of a form', () => {
  const section = alternatives(formSchema().properties!.sections!)[0]!.items!
  const fields = alternatives(section)[0]!.properties!.fields!
  const at = ['forms', 'person', 'sections', 0, 'fields']

  it('are of a kind to choose, in an order of their own', () => {
    const { control } = controlFor(fields, at)
    const kinds = control.kind === 'items' ? controlFor(control.item, [...at, 0]).control : control
    expect(kinds.kind === 'one-of' && kinds.shapes.map(({ name }) => name)).toContain('photo')
  })

  it('name other fields of the same form', () => {
    const month = alternatives(alternatives(fields)[0]!.items!).find(
      ({ properties }) => resolved(properties!.kind!).const === 'month',
    )!
    expect(controlFor(month.properties!.notBefore!, [...at, 0, 'notBefore']).control).toEqual({
      kind: 'reference',
      list: 'forms.person.fields',
      many: false,
      all: false,
    })
  })

  it('get a key without a hyphen, as answers do', () => {
    const item = alternatives(fields)[0]!.items!
    expect(blankItem(item, [{ key: 'field2' }], 'field')).toMatchObject({ kind: 'text', key: 'field3', label: '' })
  })
})

describe('the parameters of a rule', () => {
  const rule = alternatives(partSchema('rules').items!)[0]!
  const fieldsFor = (value: Record<string, unknown>) => fieldsOf(rule, ['rules', 0], value)

  it('are those of its function', () => {
    const { properties, required } = fieldsFor({ rule: 'countAtMost' })
    expect([Object.keys(properties!.with!.properties!), required!.includes('with')]).toEqual([['of', 'limit'], true])
    expect(controlFor(properties!.with!.properties!.limit!, ['rules', 0, 'with', 'limit']).control.kind).toBe('number')
  })

  it('are not asked for where there are none', () => {
    expect(fieldsFor({ rule: 'quotaPerUnitClass' }).properties).not.toHaveProperty('with')
  })

  it('stay as text where the function does not know them', () => {
    const { properties } = fieldsFor({ rule: 'countAtMost', with: { most: 3 } })
    expect(controlFor(properties!.with!, ['rules', 0, 'with']).control).toEqual({ kind: 'yaml' })
  })

  it('may point at a figure of the plan', () => {
    expect([pointedAt({ plan: 'materials.article.text.max' }), pointedAt({ field: 'a' })]).toEqual([
      'materials.article.text.max',
      undefined,
    ])
  })
})

describe('a new item', () => {
  it('has what must be there, and a key of its own', () => {
    expect(blankItem(partSchema('departments').items!, [{ key: 'departments-2' }], 'departments')).toEqual({
      key: 'departments-3',
      name: '',
    })
  })

  it('keeps what both shapes have when its kind is changed', () => {
    const control = controlFor(partSchema('stages').items!, ['stages', 0]).control
    const shapes = control.kind === 'one-of' ? control.shapes : []
    const vet = shapes.find(({ name }) => name === 'vet')!
    expect(reshaped({ key: 'a', title: '公示', kind: 'publicise', minWorkdays: 5 }, vet)).toMatchObject({
      key: 'a',
      title: '公示',
      kind: 'vet',
      departments: [],
    })
    expect(blank(vet.schema)).not.toHaveProperty('minWorkdays')
  })
})

describe('words on screen', () => {
  const everyField = (schema: Schema, path: string[], seen: Set<string>): [string[], Schema][] =>
    alternatives(schema).flatMap(shape => [
      ...Object.entries(shape.properties ?? {}).flatMap(([name, inner]): [string[], Schema][] =>
        seen.has([...path, name].join())
          ? []
          : [[[...path, name], resolved(inner)], ...everyField(inner, [...path, name], seen)],
      ),
      ...(shape.items ? everyField(shape.items, path, seen) : []),
    ])
  const parts = [
    'notice',
    'unitClasses',
    'units',
    'categories',
    'quotas',
    'materials',
    'seals',
    'departments',
    'stages',
    'documents',
    'rules',
  ]
  const fields = [
    ...parts.flatMap(part => everyField(partSchema(part), [part], new Set())),
    ...everyField(formSchema(), ['forms', 'person'], new Set()),
    ...Object.keys(rules).flatMap(rule => everyField(paramSchema(rule)!, ['rules', 'with'], new Set())),
  ]

  it('name every field in Chinese', () => {
    const bare = fields.filter(([path, { description }]) => !/\p{Script=Han}/u.test(labelOf(path, description)))
    expect(bare.map(([path]) => path.join('.'))).toEqual([])
  })

  it('say every fixed word in Chinese', () => {
    const words = fields.flatMap(([path, schema]) =>
      [...alternatives(schema), ...(schema.items ? alternatives(schema.items) : [])].flatMap(({ enum: options = [] }) =>
        options.map(option => choiceWordsAt(path, path.at(-1)!, option)),
      ),
    )
    words.push(...Object.keys(rules).map(rule => choiceWordsAt(['rules'], 'rule', rule)))
    const latin = [...new Set(words.filter(word => !/\p{Script=Han}/u.test(word)))]
    expect(latin.filter(word => !/^(A[34]|JPG|PNG|docx?|pdf|xlsx?|jpg|png)$/.test(word))).toEqual([])
  })
})
