import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, planHash, readPlan } from './index.ts'
import { exampleText, shipped } from './testing/example.ts'

describe('canonical JSON', () => {
  it('orders keys by UTF-16 code units (RFC 8785, 3.2.3)', () => {
    const value = { '\u20ac': 1, '\r': 2, '\uff21': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    const values = [...canonicalJson(value).matchAll(/:(\d)/g)].map(([, number]) => Number(number))
    expect(values).toEqual([2, 4, 6, 7, 1, 5, 3])
  })

  it('writes numbers and literals as ECMAScript does (RFC 8785, 3.2.2)', () => {
    const text = canonicalJson({
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0],
      literals: [null, true, false],
    })
    expect(text).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}')
  })

  it('takes composed and decomposed letters as one', () => {
    expect(canonicalJson({ caf\u00e9: 'e\u0301' })).toBe(canonicalJson({ cafe\u0301: '\u00e9' }))
  })

  it('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), record => {
        const turned = Object.fromEntries(Object.entries(record).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(record))
      }),
    )
  })

  it('refuses what is not JSON', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError)
    expect(() => canonicalJson({ a: () => 1 })).toThrow(TypeError)
  })
})

describe('the hash of a plan', () => {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const hashOf = (sources: Record<string, string>) => planHash(readPlan(sources).plan!, sha256)

  it('is the same whether parts stand inline or in files, and whatever the comments', async () => {
    const { 'units.yaml': units, 'plan.yaml': main, ...rest } = shipped('jiaozuo-2017')
    const indented = units!.replace(/^(?=.)/gm, '  ')
    const inline = main!.replace('units: { file: units.yaml }', () => `units:\n${indented}`)
    expect(await hashOf({ ...rest, 'plan.yaml': `${inline}# 说明\n` })).toBe(await hashOf(shipped('jiaozuo-2017')))
  })

  it('changes with any word', async () => {
    const changed = { 'plan.yaml': exampleText.replace('示例市总工会', '示例市工会') }
    expect(await hashOf(changed)).not.toBe(await hashOf({ 'plan.yaml': exampleText }))
  })

  it('is the same from Web Crypto', async () => {
    const { plan } = readPlan({ 'plan.yaml': exampleText })
    expect(await planHash(plan!)).toBe(await planHash(plan!, sha256))
  })
})
