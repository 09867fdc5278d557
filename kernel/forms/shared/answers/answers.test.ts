import { describe, expect, it } from 'vitest'
import { FormDefinition } from '../definition/form.ts'
import { EMPTY_OPINION } from '../kinds/opinion.ts'
import { diffAnswers, redline } from './diff.ts'
import { answerAt, fieldAt, keepLocked } from './fields.ts'
import { maskAddress, maskEmail, maskedText, maskIdNumber, maskName, maskPhone } from './mask.ts'
import { normaliseAnswers, validateAnswers } from './validate.ts'

const form = FormDefinition.parse({
  key: 'sample/person',
  title: ['示例'],
  subject: { kind: 'person', name: 'name' },
  sections: [
    {
      title: '全部',
      fields: [
        { kind: 'name', key: 'name', label: '姓名', rule: 'R000-01' },
        { kind: 'idNumber', key: 'idNumber', label: '身份证号', sensitive: true, required: false },
        { kind: 'organisation', key: 'workUnit', label: '工作单位', requiredUnless: 'home' },
        { kind: 'text', key: 'home', label: '家庭住址', requiredUnless: 'workUnit' },
        { kind: 'text', key: 'county', label: '县区栏', unitClasses: ['county'] },
        {
          kind: 'group',
          key: 'contact',
          label: '联系人',
          fields: [
            { kind: 'name', key: 'name', label: '联系人' },
            { kind: 'phone', key: 'phone', label: '电话' },
          ],
        },
        {
          kind: 'rows',
          key: 'people',
          label: '名单',
          atLeast: 1,
          fields: [{ kind: 'name', key: 'name', label: '姓名' }],
        },
        { kind: 'text', key: 'serial', label: '编号', filledBy: 'organiser' },
        { kind: 'opinion', key: 'seal', label: '盖章', required: false },
      ],
    },
  ],
  grid: { columns: [156], rows: [{ cells: [{ label: '' }] }] },
})
const found = (answers: object, context: object = {}) =>
  validateAnswers(form, { ...answers }, { mode: 'submit', today: '2021-12-29', unitClass: 'city', ...context }).map(
    ({ path, code }) => `${path} ${code}`,
  )
const whole = {
  name: '张三',
  home: '示例路1号',
  contact: { name: '李四', phone: '13812345678' },
  people: [{ name: '王五' }],
}

describe('answers of a form', () => {
  it('are whole when every field asked of the unit is', () => {
    expect(found(whole)).toEqual([])
    expect(found(whole, { unitClass: 'county' })).toEqual(['county required'])
    expect(found(whole, { by: 'organiser' })).toEqual(['serial required'])
  })
  it('are not asked to be whole while drafted', () => {
    expect(found({}, { mode: 'draft' })).toEqual([])
    expect(found({ name: '1', contact: { phone: '1' } }, { mode: 'draft' })).toEqual([
      'name name.format',
      'contact.phone phone.format',
    ])
  })
  it('say at its path what is missing', () => {
    expect(found({})).toEqual([
      ...['name required', 'workUnit required', 'home required', 'contact.name required', 'contact.phone required'],
      'people required',
    ])
  })
  it('of a wrong shape are refused at the field, never thrown', () => {
    expect(found({ ...whole, name: { $ne: 1 }, people: 'x', contact: [] })).toEqual([
      ...['name field.shape', 'contact field.shape', 'people field.shape'],
    ])
  })
  it('carry the rule their field names', () => {
    expect(validateAnswers(form, { ...whole, name: '' }, { mode: 'submit', today: '2021-12-29' })[0]).toEqual({
      path: 'name',
      code: 'required',
      severity: 'block',
      message: '请填写“姓名”。',
      rule: 'R000-01',
    })
  })
  it('lose keys that the form does not know, and hidden characters', () => {
    expect(normaliseAnswers(form, { name: '张\u200b三', other: 1 })).toEqual({ name: '张三' })
    const seal = { opinion: '同意', role: 'admin', evidence: { kind: 'promised', by: '2021-12-30', extra: 1 } }
    expect(normaliseAnswers(form, { seal })).toEqual({
      seal: { ...EMPTY_OPINION, opinion: '同意', evidence: { kind: 'promised', by: '2021-12-30' } },
    })
  })
  it('keep what the organiser filled when the unit saves', () => {
    const before = { name: '张三', serial: '2017001' }
    expect(keepLocked(form, before, { name: '张四', serial: '假', other: 1 }, 'unit')).toEqual({
      name: '张四',
      serial: '2017001',
    })
    expect(keepLocked(form, before, { name: '张三', serial: '2' }, 'organiser')).toEqual({ name: '张三', serial: '2' })
  })
  it('are found by their path', () => {
    expect([answerAt(whole, 'people.0.name'), answerAt(whole, 'people.0.constructor')]).toEqual(['王五', undefined])
    expect([fieldAt(form, 'people.3.name')?.kind, fieldAt(form, 'contact.phone')?.kind]).toEqual(['name', 'phone'])
  })
})

describe('what changed', () => {
  it('is listed field by field with its redline', () => {
    const after = { ...whole, home: '示例路2号', people: [{ name: '王五' }, { name: '赵六' }] }
    expect(diffAnswers(form, whole, after).map(({ path, before, after }) => [path, before, after])).toEqual([
      ['home', '示例路1号', '示例路2号'],
      ['people', '姓名：王五', '姓名：王五\n姓名：赵六'],
    ])
    expect(diffAnswers(form, whole, { ...whole, name: ' 张三 ' })).toEqual([])
  })
  it('puts both texts together again from its parts', () => {
    const [before, after] = ['走访1200户，解决问题35个。', '累计走访1300户，解决问题35个。']
    const parts = redline(before, after)
    const without = (kind: string) =>
      parts
        .filter(part => part.kind !== kind)
        .map(({ text }) => text)
        .join('')
    expect([without('added'), without('removed')]).toEqual([before, after])
    expect(parts.some(({ kind, text }) => kind === 'same' && text.includes('解决问题'))).toBe(true)
  })
})

describe('masking', () => {
  it('keeps what helps to recognise and hides the rest', () => {
    expect([maskIdNumber('410803198507121234'), maskPhone('13812345678'), maskPhone('0371-65901234')]).toEqual([
      ...['410803********1234', '138****5678', '0371-******34'],
    ])
    expect([maskName('欧阳修'), maskEmail('zhangsan@example.cn')]).toEqual(['欧*', 'z****@example.cn'])
    expect(maskAddress('示例市示例区幸福社区3号楼1单元')).toBe('示例市示例区幸福社区****')
  })
  it('covers sensitive fields only', () => {
    const answers = { name: '张三', idNumber: '11010519491231002X' }
    const shown = ['name', 'idNumber'].map(key => maskedText(fieldAt(form, key)!, answers[key as 'name']))
    expect(shown).toEqual(['张三', '110105********002X'])
  })
})
