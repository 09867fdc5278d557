import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, readImports } from './imports.ts'
import { faultsIn } from './rules.ts'
import { circleIn, edges } from './table.ts'

const root = join(import.meta.dirname, '../..')
const planted = (file: string, statement: string): string[] => faultsIn(importsOf(file, statement), edges)

describe('the house', () => {
  it('has imports in the allowed directions and by the doors only', () => {
    expect(faultsIn(readImports(root), edges)).toEqual([])
  })

  it('has a table of edges without a circle', () => {
    expect(circleIn(edges)).toEqual(undefined)
    expect(circleIn({ a: ['b'], b: ['c'], c: ['b'] })).toEqual(['b', 'c', 'b'])
  })
})

describe('a planted violation is found', () => {
  it.each([
    ['platform/db/db.ts', `import { x } from '#kernel/audit/index.ts'`, 'platform ← kernel'],
    ['kernel/audit/entry.ts', `import type { x } from '#modules/selection/index.ts'`, 'platform ← kernel'],
    ['modules/selection/a.ts', `const x = await import('#apps/server/main.ts')`, 'platform ← kernel'],
    ['kernel/audit/entry.ts', `import { x } from '#kernel/publicity/index.ts'`, 'kernel/audit → kernel/publicity'],
    ['modules/ballot/a.ts', `import { x } from '#modules/selection/index.ts'`, 'modules/ballot → modules/selection'],
    ['modules/selection/a.ts', `import { x } from '#kernel/audit/chain.ts'`, 'by its index'],
    ['kernel/units/unit.ts', `import { x } from '../audit/index.ts'`, 'by its # alias'],
    ['kernel/forms/shared/a.ts', `import { x } from 'node:fs'`, 'no such package'],
    ['kernel/forms/shared/a.ts', `import { sql } from 'kysely'`, 'no such package'],
    ['kernel/forms/shared/a.ts', `import { x } from '../store.ts'`, 'the browser gets'],
    ['modules/selection/desk/page.tsx', `import { x } from '#kernel/audit/index.ts'`, 'the browser gets'],
    ['apps/desk/session/a.ts', `import { x } from '#platform/db/index.ts'`, 'the browser gets'],
  ])('%s: %s', (file, statement, why) => {
    expect(planted(file, statement).join()).toContain(why)
  })

  it.each([
    ['kernel/forms/shared/a.ts', `import type { Db } from '#platform/db/index.ts'`],
    ['modules/selection/desk/page.tsx', `import { x } from '#kernel/audit/shared/index.ts'\nimport './page.css'`],
    ['modules/selection/desk/page.tsx', `import { call } from '#platform/ui/desk/call.ts'`],
    ['modules/selection/routes.ts', `import {\n  x,\n  y,\n} from '#kernel/audit/index.ts'`],
    ['apps/server/main.ts', `export { x } from '#modules/selection/index.ts'`],
  ])('and what is allowed is not: %s: %s', (file, statement) => {
    expect(importsOf(file, statement)).not.toEqual([])
    expect(planted(file, statement)).toEqual([])
  })
})
