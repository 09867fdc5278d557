import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessRoutes } from '#kernel/access/index.ts'
import { testApi, testTree } from '#kernel/access/testing.ts'
import { history } from '#kernel/audit/index.ts'
import { countQueries, inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { addUnit, subtreeIds } from './index.ts'
import { addUnitBelow, editUnit, getUnit, listUnits, moveUnit, searchUnits, setUnitActive } from './shared/api.ts'

const { db } = await testDatabase()
const tree = await testTree(db)
const api = testApi(db, bound => accessRoutes(bound, { demo: false }))
const city = await api.signedIn({ unitId: tree.city, roles: ['administrator'] })
const county = await api.signedIn({ unitId: tree.county, roles: ['administrator'] })
const clerk = await api.signedIn({ unitId: tree.county, roles: ['recommender'] })
const siblingClerk = await api.signedIn({ unitId: tree.sibling, roles: ['recommender'], name: '孙乙县' })

const fields = (name: string, over = {}) => ({ name, kind: 'direct' as const, ...over })
const add = (parentId: number, name: string, over = {}) =>
  city.call(addUnitBelow, { params: { id: parentId }, body: fields(name, over) })

describe('the tree', () => {
  it('opens at the own unit and shows one level at a time, in official order', async () => {
    const names = async (parentId?: number) =>
      (await city.call(listUnits, { query: { parentId } })).units.map(({ name, children }) => [name, children])
    expect(await names()).toEqual([['测试市', 2]])
    expect(await names(tree.city)).toEqual([
      ['甲县', 1],
      ['乙县', 0],
    ])
  })

  it('is searched by name with the way to each hit, in one query', async () => {
    const { answer, count } = await countQueries(db, () => city.call(searchUnits, { query: { q: '一镇' } }))
    expect(answer).toEqual({
      units: [{ id: tree.township, name: '甲县一镇', kind: 'township', active: true, above: ['测试市', '甲县'] }],
      more: false,
    })
    expect(count).toEqual(2)
  })

  it('takes signs of the search for what they are', async () => {
    expect((await city.call(searchUnits, { query: { q: '%' } })).units).toEqual([])
  })

  it('shows nothing of a sibling or of what is above', async () => {
    const level = await clerk.call(listUnits, { query: { parentId: tree.city } })
    expect(level.units.map(({ name }) => name)).toEqual(['甲县'])
    expect((await clerk.call(listUnits, { query: { parentId: tree.sibling } })).units).toEqual([])
    expect((await clerk.call(searchUnits, { query: { q: '乙' } })).units).toEqual([])
    for (const id of [tree.sibling, tree.city, tree.province])
      await expect(clerk.call(getUnit, { params: { id } })).rejects.toMatchObject({ status: 403 })
    await expect(api.visitor.call(listUnits, { query: {} })).rejects.toMatchObject({ status: 401 })
  })
})

describe('a unit', () => {
  it('is shown with its posts and people, telephones to its administrator only', async () => {
    await sql`update units.person set phone = '13800138000' where id = ${await personOf(siblingClerk.ids.postId)}`.execute(
      db,
    )
    const seen = await city.call(getUnit, { params: { id: tree.sibling } })
    expect(seen.posts.flatMap(post => post.holders)).toMatchObject([
      { rank: 'A', name: '孙乙县', phone: '13800138000' },
    ])
    const own = await siblingClerk.call(getUnit, { params: { id: tree.sibling } })
    expect(own.posts.flatMap(post => post.holders)).toMatchObject([{ name: '孙乙县', phone: null }])
    expect([seen.can, own.can]).toEqual([
      { edit: true, move: true },
      { edit: false, move: false },
    ])
    expect(seen.above).toEqual([{ id: tree.city, name: '测试市' }])
  })

  it('is added last in the order of its level, on record', async () => {
    const { id } = await add(tree.city, '市教育局')
    const { id: next } = await add(tree.city, '市民政局')
    const [first, second] = [
      await city.call(getUnit, { params: { id } }),
      await city.call(getUnit, { params: { id: next } }),
    ]
    expect(second.sortNo).toEqual(first.sortNo + 1)
    expect(await history(db, 'unit', id)).toMatchObject([{ action: 'units.unit.add' }])
  })

  it('is refused under a name, a code or a kind that cannot stand there, each at its field', async () => {
    await expect(add(tree.city, '甲县')).rejects.toMatchObject({
      code: 'unit.name-taken',
      findings: [{ path: 'name' }],
    })
    await expect(add(tree.township, '丙县', { kind: 'county' })).rejects.toMatchObject({ code: 'unit.kind' })
    await add(tree.city, '丁县', { kind: 'county', regionCode: '990104' })
    await expect(add(tree.city, '戊县', { kind: 'county', regionCode: '990104' })).rejects.toMatchObject({
      code: 'unit.code-taken',
    })
    await expect(add(tree.city, '己县', { kind: 'county', regionCode: '9901', population: 5 })).rejects.toMatchObject({
      status: 422,
      findings: [
        { path: 'regionCode', message: '县区的行政区划代码须为6位数字，现有4位' },
        { path: 'populationBasis' },
      ],
    })
  })

  it('takes no field that the contract does not name', async () => {
    const extra = { path: '/1/', active: false, parentId: tree.province, parent_id: tree.province, id: 1 }
    const { id } = await add(tree.city, '市财政局', extra)
    expect(await city.call(getUnit, { params: { id } })).toMatchObject({ parentId: tree.city, active: true })
  })

  it('is changed by its administrators only', async () => {
    const { version } = await city.call(getUnit, { params: { id: tree.sibling } })
    const body = { version, unit: fields('改名县', { kind: 'county' as const }) }
    for (const client of [county, clerk, siblingClerk])
      await expect(client.call(editUnit, { params: { id: tree.sibling }, body })).rejects.toMatchObject({ status: 403 })
    await expect(county.call(addUnitBelow, { params: { id: tree.sibling }, body: fields('局') })).rejects.toMatchObject(
      { status: 422 },
    )
    await expect(
      county.call(addUnitBelow, { params: { id: tree.sibling }, body: fields('某局') }),
    ).rejects.toMatchObject({ status: 403 })
    expect((await city.call(getUnit, { params: { id: tree.sibling } })).name).toEqual('乙县')
  })

  it('is not overwritten by a second administrator who had read it earlier', async () => {
    const { id } = await add(tree.city, '市卫生局')
    const { version } = await city.call(getUnit, { params: { id } })
    const edit = (name: string) => city.call(editUnit, { params: { id }, body: { version, unit: fields(name) } })
    const outcomes = await Promise.allSettled([edit('市卫生健康委'), edit('市卫健委')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'version.conflict' } })
  })

  it('is closed only when nothing below is in use, and opened again', async () => {
    await expect(
      city.call(setUnitActive, { params: { id: tree.county }, body: { active: false } }),
    ).rejects.toMatchObject({
      code: 'unit.in-use',
    })
    const { id } = await add(tree.city, '市旧局')
    await city.call(setUnitActive, { params: { id }, body: { active: false } })
    await expect(add(id, '科室')).rejects.toMatchObject({ code: 'unit.inactive' })
    await city.call(setUnitActive, { params: { id }, body: { active: true } })
    expect(await city.call(getUnit, { params: { id } })).toMatchObject({ active: true })
    await expect(
      county.call(setUnitActive, { params: { id: tree.county }, body: { active: false } }),
    ).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('moving', () => {
  it('takes all below along, refuses a circle, and stays within reach', async () => {
    const { id: bureau } = await add(tree.county, '县某局')
    const { id: office } = await add(bureau, '某局办公室')
    const move = (id: number, parentId: number, by = city) => by.call(moveUnit, { params: { id }, body: { parentId } })
    await expect(move(bureau, office)).rejects.toMatchObject({ code: 'unit.circle' })
    await expect(move(bureau, tree.sibling, county)).rejects.toMatchObject({ status: 403 })
    await expect(move(tree.county, tree.sibling, county)).rejects.toMatchObject({ status: 403 })
    await expect(move(tree.county, tree.township)).rejects.toMatchObject({ code: 'unit.circle' })
    await move(bureau, tree.sibling)
    expect((await city.call(getUnit, { params: { id: office } })).above.map(({ name }) => name)).toEqual([
      '测试市',
      '乙县',
      '县某局',
    ])
    expect(await subtreeIds(db, tree.sibling)).toEqual([tree.sibling, bureau, office])
  })

  it('makes no circle when two administrators move two units under each other at once', async () => {
    const [a, b] = [(await add(tree.city, '甲局')).id, (await add(tree.city, '乙局')).id]
    const outcomes = await Promise.allSettled([
      city.call(moveUnit, { params: { id: a }, body: { parentId: b } }),
      city.call(moveUnit, { params: { id: b }, body: { parentId: a } }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'unit.circle' } })
  })

  it('keeps every path equal to the walk up, whatever is moved where', async () => {
    const { db: own } = await testDatabase()
    const root = await inTransaction(own, tx => addUnit(tx, { name: '根', kind: 'province' }))
    const step = fc.record({ unit: fc.nat(11), parent: fc.nat(12) })
    const ids = [root]
    for (let n = 1; n <= 12; n += 1)
      ids.push(
        await inTransaction(own, tx => addUnit(tx, { name: `单位${n}`, kind: 'direct', parentId: ids[n >> 1]! })),
      )
    const admin = testApi(own, bound => accessRoutes(bound, { demo: false }))
    const client = await admin.signedIn({ unitId: root, roles: ['administrator'] })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
        for (const { unit, parent } of steps)
          await client
            .call(moveUnit, { params: { id: ids[unit + 1]! }, body: { parentId: ids[parent]! } })
            .catch((problem: { code: string }) => expect(['unit.circle', 'unit.name-taken']).toContain(problem.code))
        const { rows } = await sql<{ id: number; path: string; walked: string }>`
          with recursive walk as (
            select id, '/' || id || '/' as walked from units.unit where parent_id is null
            union all select u.id, w.walked || u.id || '/' from units.unit u join walk w on u.parent_id = w.id)
          select u.id, u.path, w.walked from units.unit u left join walk w using (id) order by u.id`.execute(own)
        expect(rows.map(row => row.path)).toEqual(rows.map(row => row.walked))
        expect(rows.length).toEqual(13)
      }),
      { numRuns: 15 },
    )
  })
})

const personOf = async (postId: number) =>
  (await db.selectFrom('units.post_holder').select('person_id').where('post_id', '=', postId).executeTakeFirstOrThrow())
    .person_id
