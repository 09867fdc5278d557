import { describe, expect, it } from 'vitest'
import { accessRoutes } from '#kernel/access/index.ts'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { type Cell, readSheet, writeSheet } from '#kernel/documents/excel/index.ts'
import { countQueries, inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { addUnit } from '../index.ts'
import type { ImportReport } from '../shared/index.ts'
import { type ColumnKey, columnKeys, columns } from './columns.ts'

type Line = Partial<Record<ColumnKey, string | number>>
const workbook = (lines: Line[]) =>
  writeSheet({
    columns: columnKeys.map(key => ({ title: columns[key].title, value: (line: Line) => line[key] })),
    rows: lines,
  })

/** A house of its own: a city with one county that holds a township, and the administrators of city and county. */
const house = async () => {
  const { db } = await testDatabase()
  const [city, county] = await inTransaction(db, async tx => {
    const city = await addUnit(tx, { name: '测试市', kind: 'city' })
    const county = await addUnit(tx, { name: '甲县', kind: 'county', parentId: city, regionCode: '990101', sortNo: 1 })
    await addUnit(tx, { name: '一镇', kind: 'township', parentId: county })
    return [city, county]
  })
  const { app, signedIn } = testApi(db, bound => accessRoutes(bound, { demo: false }))
  const admin = await signedIn({ unitId: city, roles: ['administrator'] })
  const countyAdmin = await signedIn({ unitId: county, roles: ['administrator'] })
  const clerk = await signedIn({ unitId: city, roles: ['organiser'] })
  const post = async (path: string, file: Buffer | Line[], by: TestClient = admin) => {
    const body = Buffer.isBuffer(file) ? file : await workbook(file)
    return app.request(`/api/units/import${path}`, {
      method: 'PUT',
      headers: { cookie: by.cookie },
      body: new Uint8Array(body),
    })
  }
  const check = async (file: Buffer | Line[], by = admin) =>
    (await post('/check', file, by)).json() as Promise<ImportReport>
  const apply = async (file: Buffer | Line[], rows: 'all' | 'good', digest?: string, by = admin) => {
    const seen = digest ?? (await check(file, by)).digest
    return (await post(`?digest=${seen}&rows=${rows}`, file, by)).json() as Promise<ImportReport & { code: string }>
  }
  const units = async () =>
    (await sql<{ name: string }>`select name from units.unit order by id`.execute(db)).rows.map(({ name }) => name)
  return { db, app, admin, countyAdmin, clerk, post, check, apply, units }
}

const { check, apply, units, post, app, db, admin, countyAdmin, clerk } = await house()
const faultsOf = async (lines: Line[], by = admin) =>
  (await check(lines, by)).faults.map(({ row, column, message }) => [row, column, message])
const direct = (name: string, over: Line = {}): Line => ({ name, parent: '测试市', kind: '直属单位', ...over })

describe('a dry run', () => {
  it('names every wrong cell with its row, its column, what stands there and what to do', async () => {
    const report = await check([
      direct('市教育局', { parent: '乙县' }),
      direct('市民政局', { kind: '科室' }),
      { name: '丙县', parent: '测试市', kind: '县区', regionCode: '9901' },
      direct('市水利局', { population: '12万' }),
      direct('市体育局', { postTitle: '经办', personName: '赵一', phone: '138', login: '1' }),
      direct('市体育局'),
      { name: '丁县', parent: '一镇', kind: '县区' },
      { name: '', parent: '测试市', kind: '直属单位' },
      { name: '戊县', parent: '', kind: '县区' },
      { name: '己县', parent: '测试市', kind: '县区', regionCode: '990101' },
    ])
    expect(report.faults).toEqual([
      {
        row: 2,
        column: '上级单位',
        value: '乙县',
        message: '系统和本表里都没有“乙县”，请核对名称，或在表里加上这个单位',
      },
      { row: 3, column: '类别', value: '科室', message: '类别须为：省、市、县区、乡镇街道、村社区、直属单位之一' },
      { row: 4, column: '行政区划代码', value: '9901', message: '县区的行政区划代码须为6位数字，现有4位' },
      { row: 5, column: '人口', value: '12万', message: '人口须为整数，单位是“人”' },
      { row: 6, column: '手机', value: '138', message: '电话须为11位手机号，或带区号的固定电话，如0379-63930000' },
      { row: 6, column: '账号', value: '1', message: '账号须以字母开头，2—64位，只用字母、数字、“.”“-”“_”' },
      { row: 7, column: '单位名称', value: '市体育局', message: '与第6行重复，请只留一行' },
      { row: 8, column: '类别', value: '县区', message: '上级是乡镇街道，下面不能设县区' },
      { row: 9, column: '单位名称', value: '', message: '请输入单位名称，至少2个字' },
      { row: 10, column: '上级单位', value: '', message: '请填写上级单位；直接归本单位的，填“测试市”' },
      { row: 11, column: '行政区划代码', value: '990101', message: '这个代码“测试市/甲县”已在用，请核对' },
    ])
    expect(report.counts).toEqual({ rows: 10, added: 0, changed: 0, unchanged: 0, wrong: 10 })
    expect(await units()).toEqual(['测试市', '甲县', '一镇'])
  })

  it('finds circles, and whatever hangs below a wrong row', async () => {
    expect(
      await faultsOf([
        direct('甲局', { parent: '乙局' }),
        direct('乙局', { parent: '甲局' }),
        direct('丙局', { parent: '丙局' }),
        { name: '甲县', parent: '一镇', kind: '县区' },
        { name: '庚县', parent: '测试市', kind: '县区', regionCode: 'x' },
        { name: '庚县一镇', parent: '庚县', kind: '乡镇街道' },
      ]),
    ).toEqual([
      [2, '上级单位', '上级单位“乙局”又在本单位之下，形成循环'],
      [3, '上级单位', '上级单位“甲局”又在本单位之下，形成循环'],
      [4, '上级单位', '上级单位不能是单位自己'],
      [5, '上级单位', '“甲县”已是“一镇”的上级，不能放到它下面'],
      [6, '行政区划代码', '县区的行政区划代码须为6位数字，现有数字以外的字符'],
      [7, '上级单位', '上级单位“庚县”所在的第6行有误，请先改正那一行'],
    ])
  })

  it('asks which one is meant when a parent’s name stands twice', async () => {
    const lines = [
      { name: '辛县', parent: '测试市', kind: '县区' },
      { name: '一镇', parent: '辛县', kind: '乡镇街道' },
      { name: '东村', parent: '一镇', kind: '村社区' },
      { name: '西村', parent: '辛县/一镇', kind: '村社区' },
    ]
    expect(await faultsOf(lines)).toEqual([[4, '上级单位', '有2个“一镇”，请写全，如“测试市/甲县/一镇”']])
  })

  it('is for administrators, who see and change nothing beyond their unit', async () => {
    expect((await post('/check', [direct('某局')], clerk)).status).toEqual(403)
    expect(await faultsOf([direct('某局')], countyAdmin)).toEqual([
      [2, '上级单位', '系统和本表里都没有“测试市”，请核对名称，或在表里加上这个单位'],
    ])
  })

  it('refuses what is no filled template', async () => {
    const code = async (file: Buffer | Line[]) => ((await (await post('/check', file)).json()) as { code: string }).code
    expect(await code(Buffer.from('单位名称,上级单位'))).toEqual('excel.not-xlsx')
    expect(await code(await writeSheet({ columns: [{ title: '名称', value: () => 1 }], rows: [1] }))).toEqual(
      'import.columns',
    )
    expect(await code([])).toEqual('import.empty')
  })
})

describe('a confirmed import', () => {
  it('writes all or nothing, or only the good rows where that is chosen', async () => {
    const lines = [direct('市审计局'), direct('市统计局', { kind: '局' })]
    expect(await apply(lines, 'all')).toMatchObject({ code: 'import.faults' })
    expect(await units()).not.toContain('市审计局')
    expect(await apply(lines, 'good')).toMatchObject({ counts: { rows: 2, added: 1, wrong: 1 } })
    expect(await units()).toContain('市审计局')
    expect(await units()).not.toContain('市统计局')
  })

  it('does exactly what was shown, or nothing', async () => {
    const lines = [direct('市档案局')]
    const { digest } = await check(lines)
    expect(await apply([direct('市外事局')], 'all', digest)).toMatchObject({ code: 'import.changed' })
    const both = await Promise.all([apply(lines, 'all', digest), apply(lines, 'all', digest)])
    expect(both.map(({ counts }) => counts.added + counts.unchanged)).toEqual([1, 1])
    expect((await units()).filter(name => name === '市档案局')).toEqual(['市档案局'])
  })

  it('makes posts, people and accounts without a password, and takes nobody’s post away', async () => {
    const lines = [
      direct('市林业局', { postTitle: '办公室经办', personName: '李四', phone: '13900139000', login: 'lisi' }),
    ]
    await apply(lines, 'all')
    const { rows } = await sql`
      select p.title, p.roles, n.name, n.phone, a.login, a.password_hash is null as bare
      from units.unit u join units.post p on p.unit_id = u.id join units.post_holder h on h.post_id = p.id
      join units.person n on n.id = h.person_id join access.account a on a.person_id = n.id
      where u.name = '市林业局'`.execute(db)
    expect(rows).toEqual([
      { title: '办公室经办', roles: ['recommender'], name: '李四', phone: '13900139000', login: 'lisi', bare: true },
    ])
    const other = { ...lines[0]!, personName: '王五', login: 'wangwu' }
    expect(
      await faultsOf([other, direct('市气象局', { postTitle: '经办', personName: '赵六', login: 'LISI' })]),
    ).toEqual([
      [2, '姓名', '“办公室经办”现由“李四”担任，换人请用“工作移交”'],
      [3, '账号', '这个账号已被别人使用，请换一个'],
    ])
    const report = await check([{ ...lines[0]!, phone: '0379-63930000' }])
    expect(report.changes).toMatchObject([
      { what: 'changed', changes: [{ column: '手机', from: '13900139000', to: '0379-63930000' }] },
    ])
  })

  it('changes what is filled in and keeps what is left empty', async () => {
    const line = direct('市邮政局', { population: 100, populationBasis: '年报（2025年）', sortNo: 7 })
    await apply([line], 'all')
    const report = await check([direct('市邮政局', { sortNo: 8 })])
    expect(report.changes[0]!.changes).toEqual([{ column: '排序', from: '7', to: '8' }])
    await apply([direct('市邮政局', { sortNo: 8 })], 'all')
    const { rows } = await sql`select population, sort_no from units.unit where name = '市邮政局'`.execute(db)
    expect(rows).toEqual([{ population: 100, sort_no: 8 }])
  })
})

describe('the workbooks', () => {
  const get = async (path: string, by = admin) => app.request(path, { headers: { cookie: by.cookie } })
  const sheet = async (response: Response): Promise<Cell[][]> => readSheet(Buffer.from(await response.arrayBuffer()))

  it('are a template with the headings, and the tree that can be imported again without a change', async () => {
    expect((await sheet(await get('/api/units/import/template')))[0]).toEqual(columnKeys.map(key => columns[key].title))
    const exported = Buffer.from(await (await get('/api/units/export')).arrayBuffer())
    const report = await check(exported)
    expect(report.faults).toEqual([])
    expect(report.counts).toEqual({
      rows: report.counts.rows,
      added: 0,
      changed: 0,
      unchanged: report.counts.rows,
      wrong: 0,
    })
  })

  it('export no row of a sibling or of what is above', async () => {
    const rows = await sheet(await get('/api/units/export', countyAdmin))
    expect(rows.slice(1).map(([name]) => name)).toEqual(['甲县', '一镇'])
    expect((await get('/api/units/export', clerk)).status).toEqual(403)
  })
})

describe('5,000 rows of which 37 are wrong', () => {
  it('are listed to the last one, the good ones written in few statements, and a repeat changes nothing', async () => {
    const own = await house()
    const lines = manyLines()
    const file = await workbook(lines)
    const report = await own.check(file)
    expect(report.counts).toEqual({ rows: 5000, added: 4963, changed: 0, unchanged: 0, wrong: 37 })
    const list = await own.post('/faults', file)
    const rows = await readSheet(Buffer.from(await list.arrayBuffer()))
    expect(rows.length).toEqual(1 + 37)
    expect(rows[1]).toEqual([140, '行政区划代码', '12', '村社区的行政区划代码须为12位数字，现有2位'])
    expect(await own.apply(file, 'all')).toMatchObject({ code: 'import.faults' })
    expect((await own.units()).length).toEqual(3)
    const { count, answer } = await countQueries(own.db, () => own.apply(file, 'good', report.digest))
    expect(answer.counts.added).toEqual(4963)
    expect(count).toBeLessThan(25)
    expect((await own.units()).length).toEqual(3 + 4963)
    expect((await own.check(file)).counts).toEqual({ rows: 5000, added: 0, changed: 0, unchanged: 4963, wrong: 37 })
  }, 60_000)
})

/** Counties, townships and villages, in an order where children come before their parents; every 135th village is wrong. */
const manyLines = (): Line[] => {
  const wrong = Array.from({ length: 37 }, (_, n) => 138 + n * 130)
  return Array.from({ length: 5000 }, (_, n): Line => {
    const contact =
      n % 10 === 0 ? { postTitle: '经办', personName: `人员${n}`, phone: '13800138000', login: `user${n}` } : {}
    if (n >= 4990) return { name: `第${n}县`, parent: '测试市', kind: '县区', ...contact }
    if (n >= 4890) return { name: `第${n}镇`, parent: `第${4990 + (n % 10)}县`, kind: '乡镇街道' }
    const village = { name: `第${n}村`, parent: `第${4890 + (n % 100)}镇`, kind: '村社区', ...contact }
    return wrong.includes(n) ? { ...village, regionCode: '12' } : village
  })
}
