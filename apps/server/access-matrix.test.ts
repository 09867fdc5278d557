import { describe, expect, it } from 'vitest'
import { runPackage } from '#modules/selection/papers/package/run.ts'
import { log } from '#platform/logging/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { askEverything, failsInTransaction } from './testing/ask.ts'
import type { Asker } from './testing/places.ts'
import { onRecord } from './testing/secrets.ts'
import { accessTable, type Row } from './testing/table.ts'
import { makeWorld } from './testing/world.ts'

log.setLevel('silent')
const { db } = await testDatabase()
const world = await makeWorld(db)
await runPackage(db, Number(world.rows.package))
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

/** Files that leave no line in the record: templates, empty forms, plans, a public log, and a unit's own upload. */
const silent = [
  'get /api/units/import/template',
  'get /api/files/{key}',
  'get /api/selection/plans/{id}/files',
  'get /api/selection/campaigns/{id}/earlier-winners/template',
  'get /api/selection/campaigns/{id}/blank-forms/{form}/{format}',
  'get /api/selection/plans/{id}/blank-forms/{form}/{format}',
  'get /api/ballot/elections/{slug}/record',
  'get /api/ballot/desk/elections/{id}/census/template',
]

/** Lists that hold only what is the asker's own, which may be nothing. */
const cutToTheAsker = new Set([
  'get /api/selection/campaigns/{id}/stages/{stage}/inspections',
  'get /api/micro/programmes/{id}/ledger',
  'get /api/micro/programmes/{id}/allowances',
  'get /api/micro/programmes/{id}/report',
  'get /api/micro/programmes/{id}/money.xlsx',
])

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

  it('ends in an answer and never in an error of the server', () => {
    const failed = matrix.filter(row => row.broken.length > 0 && !failsInTransaction.includes(nameOf(row)))
    expect(failed.map(row => `${nameOf(row)}: ${row.broken[0]}`)).toEqual([])
  })

  it('is asked about rows that exist, so that somebody gets in (else make one in testing/world.ts)', () => {
    const closed = matrix.filter(({ letIn, open }) => letIn.length === 0 && open === undefined)
    expect(closed.map(nameOf)).toEqual(forNobody)
  })
})

describe('nobody reads', () => {
  it('a draft, an objection, a department’s reason or what a nominee’s form hides, on a page or in a file, save those whose business it is', () => {
    expect(matrix.flatMap(row => row.leaks.map(leak => `${nameOf(row)}: ${leak}`))).toEqual([])
  })

  it('such a thing unseen: whoever handles the form takes it out on record', () => {
    expect(matrix.filter(({ given }) => given.length > 0).map(nameOf)).toEqual([...onRecord])
  })

  it('a file of the campaign without a line in the record', () => {
    const files = matrix.filter(({ took }) => took.length > 0)
    expect(files.filter(({ unrecorded }) => unrecorded.length > 0).map(nameOf)).toEqual(silent)
    expect(files.length).toBeGreaterThan(silent.length + 10)
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
