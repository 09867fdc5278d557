import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keysAllowedAt, toJsonSchema } from './index.ts'

const committed = join(import.meta.dirname, '../../../../docs/reference/plan.schema.json')

describe('the schema for editors', () => {
  it('is the one in docs/reference; write it anew with: npm run -s shishi -- plan schema', () => {
    expect(JSON.parse(readFileSync(committed, 'utf8'))).toEqual(JSON.parse(JSON.stringify(toJsonSchema())))
  })

  it('knows which keys may stand where, by the kind of the thing', () => {
    const plan = { stages: [{ kind: 'ballot' }, { kind: 'inspect' }] }
    expect(keysAllowedAt(plan, ['stages', 0])).toContain('channels')
    expect(keysAllowedAt(plan, ['stages', 0])).not.toContain('teamMin')
    expect(keysAllowedAt(plan, ['stages', 1])).toContain('teamMin')
    expect(keysAllowedAt(plan, [])).toContain('unitClasses')
  })
})
