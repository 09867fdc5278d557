import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { log } from '#platform/logging/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { askEverything } from './testing/ask.ts'
import type { Asker } from './testing/places.ts'
import { fileHash } from './testing/rows.ts'
import { accessTable, type Row } from './testing/table.ts'
import { makeWorld } from './testing/world.ts'

log.setLevel('silent')
const { db } = await testDatabase()
const store = await localStore(mkdtempSync(join(tmpdir(), 'shishi-access-')))
writeFileSync(join(store.incoming, 'file'), '%PDF-1.7')
await store.put(fileHash, join(store.incoming, 'file'))
useFileStore(store)
const world = await makeWorld(db)
const matrix = await askEverything(db, world)

/** What was handed in is changed by nobody, a reason is owed only once it is received, and a draft is compared with nothing. */
const forNobody = [
  'put /api/selection/nominations/{id}/reasons (handed in)',
  'put /api/selection/nominations/{id}/reasons (draft)',
  'post /api/selection/nominations/{id}/reasons/request (handed in)',
  'post /api/selection/nominations/{id}/reasons/request (draft)',
  'put /api/selection/nominations/{id} (handed in)',
  'get /api/selection/nominations/{id}/similar/{otherId} (handed in)',
  'get /api/selection/nominations/{id}/similar/{otherId} (draft)',
]

/** Asked for on purpose and put on record; who may is in the table. */
const onRecord = new Set(['post /api/selection/nominations/{id}/reveal (handed in)'])

/** Lists that hold only what is the asker's own, which may be nothing. */
const cutToTheAsker = new Set(['get /api/selection/campaigns/{id}/stages/{stage}/inspections'])

const nameOf = ({ method, path }: Row) => `${method} ${path}`
/** Endpoints that let in anybody of whom `who` is true, with their names. */
const letting = (rows: Row[], who: (asker: Asker) => boolean) =>
  rows.flatMap(row => row.letIn.filter(who).map(({ name }) => `${nameOf(row)}: ${name}`))
/** Endpoints about a row, which belongs to somebody; the others answer about the caller or about everybody. */
const aboutRows = matrix.filter(
  row => row.path.includes('{') && row.open === undefined && !cutToTheAsker.has(nameOf(row)),
)

describe('who may do what', () => {
  it('is as docs/reference/access.md says: judge every line that changes, then write it with vitest -u', async () => {
    await expect(accessTable(matrix)).toMatchFileSnapshot('../../docs/reference/access.md')
  })

  it('is asked in words that every endpoint understands (else give it a body in testing/bodies.ts)', () => {
    expect(matrix.filter(({ unclear }) => unclear.length).map(row => `${nameOf(row)}: ${row.unclear[0]}`)).toEqual([])
  })

  it('is asked about rows that exist, so that somebody gets in (else make one in testing/world.ts)', () => {
    const closed = matrix.filter(({ letIn, open }) => letIn.length === 0 && open === undefined)
    expect(closed.map(nameOf)).toEqual(forNobody)
  })
})

describe('nobody reads', () => {
  it('a draft, an objection, a department’s reason or an ID number, save those whose business it is', () => {
    const rows = matrix.filter(row => !onRecord.has(nameOf(row)))
    expect(rows.flatMap(row => row.leaks.map(leak => `${nameOf(row)}: ${leak}`))).toEqual([])
  })
})

describe('nobody gets in', () => {
  it('without a session, save where an endpoint says why', () => {
    const closed = matrix.filter(({ open }) => open === undefined)
    expect(letting(closed, ({ place }) => place === 'visitor')).toEqual([])
  })

  it('from another city', () => {
    expect(letting(aboutRows, ({ place }) => place === 'other city')).toEqual([])
  })

  it('from a unit beside the one concerned', () => {
    expect(letting(aboutRows, ({ place }) => place === 'sibling')).toEqual([])
  })

  it('with a slip for another task', () => {
    expect(letting(aboutRows, ({ place }) => place === 'slip of another task')).toEqual([])
  })

  it('but the unit itself while a nomination is a draft', () => {
    const drafts = matrix.filter(({ path }) => path.endsWith('(draft)'))
    expect(letting(drafts, ({ place }) => place !== 'own')).toEqual([])
  })
})
