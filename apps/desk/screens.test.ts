import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const composed = readFileSync(new URL('./screens.ts', import.meta.url), 'utf8')

/** A door that offers screens or tools, as `#kernel/calendar/desk/index.tsx`. */
const offering = (word: 'screens' | 'tools') =>
  globSync('{kernel,modules}/*/desk/index.tsx', { cwd: root })
    .filter(door => new RegExp(`export const ${word}\\b`).test(readFileSync(root + door, 'utf8')))
    .map(door => `#${door}`)

describe('the desk', () => {
  it.each(['screens', 'tools'] as const)('shows the %s of every room that offers some', word => {
    const forgotten = offering(word).filter(door => !new RegExp(`\\b${word}\\b[^\\n]* from '${door}'`).test(composed))
    expect(forgotten).toEqual([])
  })
})
