import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readProgramme, shippedProgrammes } from './shipped.ts'

const hehua = shippedProgrammes().find(({ id }) => id === 'hehua-2023')!

describe('a programme’s file', () => {
  it('of Hehua says 200 yuan, five households, five working days, and ships no telephone', () => {
    const { perPersonFen, minHouseholds, publicityWorkdays, supervisorPhone } = hehua
    expect([perPersonFen, minHouseholds, publicityWorkdays, supervisorPhone]).toEqual([20_000, 5, 5, null])
  })

  it('is read back as it was written', () => {
    expect(readProgramme(stringify(hehua), 'copy.yaml')).toEqual(hehua)
  })

  it('with a word that means nothing, or an amount that is none, is refused with the place', () => {
    const misspelt = stringify({ ...hehua, callBack: { ...hehua.callBack, atleast: 3 } })
    expect(() => readProgramme(misspelt, 'copy.yaml')).toThrow('copy.yaml：callBack.atleast：没有这一项，请核对拼写')
    expect(() => readProgramme(stringify({ ...hehua, perPersonFen: 0.5 }), 'copy.yaml')).toThrow('perPersonFen')
  })
})
