import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Format, transform } from 'esbuild'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config, { browserFloor } from './vite.config.ts'

/** esbuild rewrites every \p{…}, as its properties grow with Unicode; those that are written here Chrome has since 64. */
const sinceChrome64 = { 'regexp-unicode-property-escapes': true }

/**
 * A second compiler is asked to lower what Vite built. What it changes is newer than the floor: the text compiled for
 * the floor differs from the text compiled for today.
 */
const isNewerThanFloor = async (code: string, loader: 'js' | 'css') => {
  const shared = {
    loader,
    charset: 'utf8' as const,
    minifyWhitespace: true,
    ...(loader === 'js' && { format: 'esm' as Format }),
  }
  const [old, today] = await Promise.all([
    transform(code, { ...shared, target: browserFloor, supported: sinceChrome64 }),
    transform(code, { ...shared, target: 'esnext' }),
  ])
  return old.code !== today.code
}

describe('the built desk', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'desk-'))
  beforeAll(() => build({ ...config, configFile: false, logLevel: 'silent', build: { ...config.build, outDir } }))
  afterAll(() => rmSync(outDir, { recursive: true }))

  it('holds no syntax newer than the oldest browser it promises to work in', async () => {
    const scripts = readdirSync(join(outDir, 'assets')).filter(name => name.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(5)
    const newer: string[] = []
    for (const name of scripts)
      if (await isNewerThanFloor(readFileSync(join(outDir, 'assets', name), 'utf8'), 'js')) newer.push(name)
    expect(newer).toEqual([])
  })

  it('says nothing in English to a screen reader that the component library says of its own', () => {
    const scripts = readdirSync(join(outDir, 'assets')).filter(name => name.endsWith('.js'))
    const text = scripts.map(name => readFileSync(join(outDir, 'assets', name), 'utf8')).join('\n')
    expect(text.match(/Increase Value|segmented control|"aria-label":\w+\.name\b/g)).toBe(null)
  })

  it('tells those below the floor in a script of the oldest syntax', async () => {
    const script = readFileSync(join(outDir, 'floor.js'), 'utf8')
    expect(script).toContain('请切换到极速模式')
    await expect(transform(script, { target: 'es5' })).resolves.toBeDefined()
  })

  it.each([
    ['class A { static { A.x = 1 } }', true],
    ['const a = b ?? c; class A { x = 1 }', false],
  ])('would notice newer syntax: %s', async (code, newer) => expect(await isNewerThanFloor(code, 'js')).toBe(newer))
})
