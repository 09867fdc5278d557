import { describe, expect, it } from 'vitest'
import { edited, isNamed, noHousehold, phoneFault } from './household-field.tsx'

const typed = { ...noHousehold, head: '张福生', door: '1组10号' }
const chosen = { ...typed, id: 7, phone: '136****0100' }

describe('A household as it is typed', () => {
  it('signs with a name and a door, or with a name and a telephone', () => {
    expect(isNamed(noHousehold)).toBe(false)
    expect(isNamed({ ...noHousehold, head: '张福生' })).toBe(false)
    expect(isNamed(typed)).toBe(true)
    expect(isNamed({ ...noHousehold, head: '张福生', phone: '13600000001' })).toBe(true)
  })

  it('is not handed to its head to sign while its telephone is none', () => {
    expect(isNamed({ ...typed, phone: '123' })).toBe(false)
    expect(phoneFault({ ...typed, phone: '123' })).toMatch(/11位手机号/)
    expect(phoneFault({ ...typed, phone: '0379-63930000' })).toBeUndefined()
  })

  it('that was chosen from the list signs with its hidden number', () => {
    expect(isNamed(chosen)).toBe(true)
    expect(phoneFault(chosen)).toBeUndefined()
  })

  it('that was chosen and then changed is another one, without the hidden number', () => {
    expect(edited(chosen, { door: '1组11号' })).toEqual({ head: '张福生', door: '1组11号', phone: '' })
    expect(edited({ ...typed, phone: '13600000001' }, { head: '张福' })).toEqual({
      head: '张福',
      door: '1组10号',
      phone: '13600000001',
    })
  })
})
