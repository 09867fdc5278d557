import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTokens } from './tokens.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const ordinary = readTokens(css)
const elder = { ...ordinary, ...readTokens(css.slice(css.indexOf('[data-mode="elder"]'))) }

/** Relative luminance of a colour (WCAG 2.2, 1.4.3). */
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

const contrast = (one: string, other: string) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

const grounds = ['paper', 'sheet', 'wash']
const pairs = [
  ...['ink', 'ink-2', 'ink-3', 'red', 'gold', 'done', 'near', 'focus'].flatMap(text => grounds.map(g => [text, g])),
  ...['red', 'gold', 'done', 'near'].map(state => [state, `${state}-wash`]),
  ['on-red', 'red'],
] as [string, string][]

describe('tokens', () => {
  it.each([
    ['ordinary', ordinary],
    ['elder', elder],
  ])('reaches 4.5:1 for every text on every ground it stands on (%s)', (_, tokens) => {
    const faint = pairs.filter(([text, ground]) => contrast(tokens[text]!, tokens[ground]!) < 4.5)
    expect(faint).toEqual([])
  })

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
  })

  it('is larger and has larger targets in the elder mode', () => {
    expect([ordinary.text, ordinary.target, elder.text, elder.target]).toEqual(['17px', '48px', '24px', '60px'])
  })
})
