import { describe, expect, it } from 'vitest'
import { testApi, testTree } from '#kernel/access/testing.ts'
import { history, system } from '#kernel/audit/index.ts'
import { countQueries, inTransaction } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { addWorkdays, baseCalendar, calendarRoutes, dayOf, importHolidayNotice, loadCalendar } from './index.ts'
import { getCalendar, importNotice, listImports, previewImport } from './shared/api.ts'
import { labour2027, notice2027 } from './testing/notices.ts'

const source = '国办发明电〔2026〕1号（测试）'
const fresh = async () => {
  const { db } = await testDatabase()
  const { province, county } = await testTree(db)
  const { signedIn, visitor } = testApi(db, calendarRoutes)
  const administrator = await signedIn({ unitId: province, roles: ['administrator'] })
  const organiser = await signedIn({ unitId: province, roles: ['organiser'] })
  const below = await signedIn({ unitId: county, roles: ['administrator'] })
  return { db, administrator, organiser, below, visitor }
}

describe('the calendar in force', () => {
  it('is the one that came with this version until a notice is imported, and takes one query', async () => {
    const { db, visitor } = await fresh()
    expect(await visitor.call(getCalendar, {})).toEqual(baseCalendar)
    expect((await countQueries(db, () => loadCalendar(db))).count).toBe(1)
  })

  it('turns a provisional year into an announced one', async () => {
    const { db, administrator, visitor } = await fresh()
    expect(addWorkdays(await loadCalendar(db), '2027-02-01', 5)).toEqual({ date: '2027-02-10', provisional: true })
    const answer = await administrator.call(importNotice, { body: { text: notice2027, source } })
    expect(answer.year).toBe(2027)
    const calendar = await visitor.call(getCalendar, {})
    expect(calendar).toMatchObject({ version: answer.version, sources: { 2027: [source] } })
    expect(addWorkdays(calendar, '2027-02-01', 5)).toEqual({ date: '2027-02-15', provisional: false })
    expect(dayOf(calendar, '2026-12-31').provisional).toBe(false)
    expect(dayOf(calendar, '2021-10-09')).toEqual(dayOf(baseCalendar, '2021-10-09'))
  })

  it('takes a supplementary notice for one holiday and keeps the others', async () => {
    const { db, administrator } = await fresh()
    await administrator.call(importNotice, { body: { text: notice2027, source } })
    const before = await loadCalendar(db)
    const { changes } = await administrator.call(previewImport, { body: { text: labour2027 } })
    expect(changes).toEqual([
      { date: '2027-04-25', before: '劳动节调休上班', after: '周末' },
      { date: '2027-05-05', before: '劳动节放假', after: '工作日' },
    ])
    await administrator.call(importNotice, { body: { text: labour2027, source: '补充通知' } })
    const { '2027-05-05': gone, ...off } = before.off
    const after = await loadCalendar(db)
    expect([gone, after.off]).toEqual(['劳动节', off])
    expect(after.years).toEqual(before.years)
  })
})

describe('importing a notice', () => {
  it('is previewed without being kept', async () => {
    const { db, administrator } = await fresh()
    const preview = await administrator.call(previewImport, { body: { text: notice2027 } })
    expect(preview).toMatchObject({ year: 2027, complete: true, changes: [], unread: [], problems: [] })
    expect(preview.days.length).toBe(34)
    expect(await loadCalendar(db)).toBe(await loadCalendar(db))
    expect((await administrator.call(listImports, {})).notices).toEqual([])
  })

  it('is refused whole with every fault, and nothing is kept', async () => {
    const { administrator } = await fresh()
    const text = notice2027.replace('1月31日（周日）', '2月1日（周日）').replace('共5天', '共6天')
    const refusal = administrator.call(importNotice, { body: { text, source } })
    await expect(refusal).rejects.toMatchObject({
      status: 422,
      code: 'calendar.notice.unreadable',
      findings: [
        { message: '“2月1日（星期日）”与日历不符，2027-02-01是星期一，请核对年份和日期。' },
        { message: '“劳动节”写明共6天，读出的放假日期为5天，请核对原文。' },
      ],
    })
    expect((await administrator.call(listImports, {})).notices).toEqual([])
  })

  it('refuses a single holiday of a year that is not on file, and workdays made up on a workday', async () => {
    const { administrator } = await fresh()
    const lonely = await administrator.call(previewImport, { body: { text: labour2027 } })
    expect(lonely.problems).toEqual(['内容不是2027年的全年安排，而2027年的年度安排尚未导入，请先导入年度通知。'])
    const needless = await administrator.call(previewImport, {
      body: { text: '2026-05-01 放假 劳动节\n2026-05-06 上班 劳动节' },
    })
    expect(needless.problems).toEqual(['2026-05-06是星期一至星期五，本来就是工作日，不应列为调休上班，请核对。'])
  })

  it('is for administrators above all units; one below, others and visitors are refused', async () => {
    const { db, organiser, below, visitor } = await fresh()
    const body = { text: notice2027, source }
    await expect(organiser.call(importNotice, { body })).rejects.toMatchObject({ status: 403 })
    await expect(below.call(importNotice, { body })).rejects.toMatchObject({ status: 403 })
    await expect(below.call(previewImport, { body })).rejects.toMatchObject({ status: 403 })
    expect((await below.call(listImports, {})).mayImport).toBe(false)
    await expect(organiser.call(previewImport, { body })).rejects.toMatchObject({ status: 403 })
    await expect(visitor.call(importNotice, { body })).rejects.toMatchObject({ status: 401 })
    await expect(visitor.call(listImports, {})).rejects.toMatchObject({ status: 401 })
    expect((await loadCalendar(db)).version).toBe(baseCalendar.version)
  })

  it('is kept with who and why, and entered in the audit record', async () => {
    const { db, administrator, organiser } = await fresh()
    await administrator.call(importNotice, { body: { text: notice2027, source } })
    const { notices, mayImport } = await organiser.call(listImports, {})
    expect({ notices, mayImport }).toMatchObject({ notices: [{ year: 2027, source }], mayImport: false })
    expect(await history(db, 'calendar.notice', notices[0]!.id)).toMatchObject([
      { action: 'calendar.notice.import', detail: { year: 2027, source } },
    ])
  })

  it('sent twice under one key is imported once', async () => {
    const { administrator } = await fresh()
    const body = { text: notice2027, source }
    const first = await administrator.call(importNotice, { body }, 'one-key')
    expect(await administrator.call(importNotice, { body }, 'one-key')).toEqual(first)
    expect((await administrator.call(listImports, {})).notices.length).toBe(1)
  })

  it('by two at once takes turns', async () => {
    const { db } = await fresh()
    const once = () => inTransaction(db, tx => importHolidayNotice(tx, system, { text: notice2027, source }))
    const versions = (await Promise.all([once(), once()])).map(answer => answer.version)
    expect(new Set(versions).size).toBe(2)
  })
})
