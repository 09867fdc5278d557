import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPlan } from '../shared/index.ts'
import { shippedPlan, shippedPlanIds, shippedSources } from './shelf.ts'

const ids = ['henan-2021', 'jiaozuo-2017', 'luoyang-2021']

describe('the shipped plans', () => {
  it('are the three of the notices', async () => {
    expect(await shippedPlanIds()).toEqual(ids)
  })

  it.each(ids)('%s checks without a fault', async id => {
    const { plan, faults } = readPlan(await shippedSources(id))
    expect(faults).toEqual([])
    expect(plan?.id).toBe(id)
  })

  it.each(ids)('%s carries no telephone, e-mail address or contact name of its notice', async id => {
    const text = Object.values(await shippedSources(id)).join('\n')
    expect(text).not.toMatch(/@[a-z0-9]+\.(com|cn)|63939386|65901305|3568173|吴\s*炎|1920房间/)
  })

  it.each(ids)('%s tells editors where its schema is', async id => {
    const { 'plan.yaml': text } = await shippedSources(id)
    const reference = text!.match(/^# yaml-language-server: \$schema=(.+)\n/)![1]!
    const path = join(import.meta.dirname, '../plans', id, reference)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('properties.stages')
  })

  it.each(ids)('%s uses every form and file in its folder', async id => {
    const folder = readdirSync(join(import.meta.dirname, '../plans', id), { recursive: true }) as string[]
    expect(Object.keys(await shippedSources(id)).sort()).toEqual(folder.filter(name => name.endsWith('.yaml')).sort())
  })

  it('refuses an id that there is none of', async () => {
    await expect(shippedPlan('nowhere-2000')).rejects.toThrow('ENOENT')
  })
})

describe('their recommending units', () => {
  it('of Henan are its 18 cities and zone, whose populations add up to the province’s in the 2020 census', async () => {
    const { units } = await shippedPlan('henan-2021')
    const cities = units.filter(({ population }) => population)
    expect(cities).toHaveLength(18)
    expect(cities.reduce((sum, { population }) => sum + population!.value, 0)).toBe(99_365_519)
    expect(cities.filter(({ population }) => population!.value >= 5_000_000)).toHaveLength(9)
  })

  it('of Luoyang are the seven districts and seven counties of December 2021', async () => {
    const { units } = await shippedPlan('luoyang-2021')
    const names = units.filter(({ regionCode }) => regionCode).map(({ name }) => name)
    expect(names.filter(name => name.endsWith('区'))).toHaveLength(7)
    expect(names.filter(name => name.endsWith('县'))).toHaveLength(7)
    expect(names).toEqual(expect.arrayContaining(['偃师区', '孟津区']))
    expect(names).not.toContain('吉利区')
  })

  it('of Jiaozuo are twelve and nine', async () => {
    const { units } = await shippedPlan('jiaozuo-2017')
    expect(units.filter(one => one.class === 'county')).toHaveLength(12)
    expect(units.filter(one => one.class === 'direct')).toHaveLength(9)
  })
})
