import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainName } from './plain-names.ts'

const root = dirname(createRequire(import.meta.url).resolve('antd/package.json'))
const ofLibrary = (name: string) => {
  const file = join(root, '..', name)
  return plainName(readFileSync(file, 'utf8'), file)
}

describe('what a screen reader hears of the component library', () => {
  it('is Chinese', () => {
    const search = ofLibrary('antd/es/input/Search.js')
    expect(search).toContain('"aria-label": "查找"')
    expect(ofLibrary('antd/es/table/hooks/useSelection.js')).not.toContain('Select all')
  })

  it('leaves out icons without a name of their own', () => {
    for (const part of ['AntdIcon', 'AntdIconLight'])
      expect(ofLibrary(`@ant-design/icons/es/components/${part}.js`)).not.toContain('"aria-label": icon.name')
  })

  it('is looked at again when the library says something else', () => {
    expect(() => plainName('button', '/node_modules/antd/es/input/Search.js')).toThrow(/no longer has/)
  })

  it('is none of its business elsewhere', () => {
    expect(plainName('"Close"', '/modules/selection/desk/index.tsx')).toBe(null)
  })
})
