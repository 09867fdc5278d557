import { afterEach, describe, expect, it } from 'vitest'
import { loadCalendar, publicityPeriod } from '#kernel/calendar/index.ts'
import { runSweeps } from '#kernel/jobs/index.ts'
import { businessToday, moveDemoClock, resetDemoClock, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { listenToPublicity, noticesOf, openObjections, publicNotices } from './index.ts'
import {
  approveNotice,
  enterObjection,
  getNotice,
  getProof,
  issueNotice,
  listNotices,
  noticeContentSchema,
  returnNotice,
  reviseNotice,
  saveNotice,
  sendNotice,
  withdrawNotice,
} from './shared/index.ts'
import { contentOf, house } from './testing/house.ts'

const { db } = await testDatabase()
const { tree, app, draft, issue, issued, writer, checker, issuer, everything, officer, expert, county } =
  await house(db)
const content = noticeContentSchema.parse(contentOf(tree))
const checked = { secrecyChecked: true as const }
const read = (id: number, client = writer) => client.call(getNotice, { params: { id } })
const save = async (id: number, change: Partial<typeof content>, client = writer) => {
  const { contentHash, title, workdays } = await read(id)
  const body = { title, content: { ...content, ...change }, workdays, basedOn: contentHash }
  return client.call(saveNotice, { params: { id }, body })
}
const ended: number[] = []
const returned: [number, string][] = []
let wrong: string[] = []
listenToPublicity('test', {
  findings: async () => wrong.map(message => ({ path: 'content', severity: 'block', message })),
  onPeriodEnded: async (_tx, notice) => void ended.push(notice.id),
  onReturned: async (_tx, { id, state }) => void returned.push([id, state]),
})
afterEach(() => resetDemoClock(db))

describe('拟稿—审核—签发', () => {
  it('leads from a draft to an issued notice whose period is counted by the calendar', async () => {
    const { id } = await issued()
    const today = await businessToday(db)
    const notice = await read(id)
    expect(notice.state).toBe('issued')
    expect(notice.period).toEqual(publicityPeriod(await loadCalendar(db), { publishedOn: today, workdays: 3 }))
    expect([notice.publishedOn, notice.lastDay]).toEqual([today, notice.period!.lastDay])
  })

  it('takes three people: a writer can neither approve nor issue, the reviewer cannot issue', async () => {
    const { id } = await draft({}, everything)
    await everything.call(sendNotice, { params: { id }, body: checked })
    const samePerson = { status: 403, code: 'notice.same-person' }
    await expect(everything.call(approveNotice, { params: { id }, body: checked })).rejects.toMatchObject(samePerson)
    await checker.call(approveNotice, { params: { id }, body: checked })
    await expect(everything.call(issueNotice, { params: { id }, body: {} })).rejects.toMatchObject(samePerson)
    const second = await draft()
    await writer.call(sendNotice, { params: { id: second.id }, body: checked })
    await everything.call(approveNotice, { params: { id: second.id }, body: checked })
    await expect(everything.call(issueNotice, { params: { id: second.id }, body: {} })).rejects.toMatchObject(
      samePerson,
    )
    expect((await read(second.id)).state).toBe('approved')
  })

  it('counts everyone who saved as a writer', async () => {
    const { id } = await draft()
    await save(id, { intro: '改过的开头。' }, everything)
    await writer.call(sendNotice, { params: { id }, body: checked })
    const approval = everything.call(approveNotice, { params: { id }, body: checked })
    await expect(approval).rejects.toMatchObject({ code: 'notice.same-person' })
  })

  it('skips no step and does not let a role do another’s', async () => {
    const { id } = await draft()
    await expect(checker.call(approveNotice, { params: { id }, body: checked })).rejects.toMatchObject({
      code: 'notice.state',
    })
    await expect(writer.call(issueNotice, { params: { id }, body: {} })).rejects.toMatchObject({ status: 403 })
    await writer.call(sendNotice, { params: { id }, body: checked })
    await expect(save(id, { intro: '送审后再改' })).rejects.toMatchObject({ code: 'notice.state' })
    await expect(issuer.call(issueNotice, { params: { id }, body: {} })).rejects.toMatchObject({ code: 'notice.state' })
  })

  it('asks for the secrecy check', async () => {
    const { id } = await draft()
    const unchecked = writer.call(sendNotice, { params: { id }, body: { secrecyChecked: false } as never })
    await expect(unchecked).rejects.toMatchObject({ status: 422, findings: [{ path: 'secrecyChecked' }] })
  })

  it('goes back with a comment and takes the approval away', async () => {
    const { id } = await draft()
    await writer.call(sendNotice, { params: { id }, body: checked })
    await checker.call(approveNotice, { params: { id }, body: checked })
    await issuer.call(returnNotice, { params: { id }, body: { comment: '单位名称请写全称' } })
    const notice = await read(id)
    expect([notice.state, notice.returnComment, notice.reviewed]).toEqual(['draft', '单位名称请写全称', null])
  })

  it('keeps an ID number, a mobile number and an empty list out of review', async () => {
    const { id } = await draft()
    const [section] = content.sections
    const leaking = [
      { key: 'a', name: '丁薇', unit: '身份证11010519491231002X' },
      { key: 'b', name: '王芳', unit: '甲县', note: '联系电话：１３８１２３４５６７８' },
    ]
    await save(id, { sections: [{ ...section!, items: leaking }] })
    const send = () => writer.call(sendNotice, { params: { id }, body: checked })
    await expect(send()).rejects.toMatchObject({
      code: 'notice.not-ready',
      findings: [{ path: 'content.sections.0.items.0' }, { path: 'content.sections.0.items.1' }],
    })
    await save(id, { sections: [], objection: { office: '示例办公室' } })
    await expect(send()).rejects.toMatchObject({
      findings: [{ path: 'content.sections' }, { path: 'content.objection.phone' }],
    })
  })

  it('shows both versions when two people save', async () => {
    const { id } = await draft()
    const { contentHash, title, workdays } = await read(id)
    await save(id, { intro: '先保存的。' })
    const late = writer.call(saveNotice, { params: { id }, body: { title, content, workdays, basedOn: contentHash } })
    await expect(late).rejects.toMatchObject({
      code: 'version.conflict',
      current: { content: { intro: '先保存的。' } },
    })
  })

  it('tells who may do what next', async () => {
    const { id } = await draft()
    expect((await read(id)).permissions).toMatchObject({ edit: true, send: true, approve: false, issue: false })
    await writer.call(sendNotice, { params: { id }, body: checked })
    expect((await read(id, checker)).permissions).toMatchObject({ edit: false, approve: true, return: true })
    expect((await read(id)).next).toContain('审核人审核')
  })

  it('is closed to other units until it is issued, and never open to their clerks', async () => {
    const { id } = await draft()
    await expect(read(id, county)).rejects.toMatchObject({ status: 403 })
    expect((await county.call(listNotices, { query: {} })).rows).toEqual([])
    expect((await noticesOf(db, 'test', 1)).map(notice => notice.version)).toEqual([1])
  })

  it('is listed only to posts that may open it, within one unit too', async () => {
    const { id } = await issued()
    const listed = async (who: typeof writer) => (await who.call(listNotices, { query: {} })).rows.map(row => row.id)
    expect(await listed(officer)).toContain(id)
    expect(await listed(expert)).toEqual([])
    await expect(read(id, expert)).rejects.toMatchObject({ status: 403 })
  })
})

describe('a frozen notice', () => {
  it('cannot be changed, not even in the database', async () => {
    const { id } = await issued()
    const change = sql`update publicity.notice set title = '改了' where id = ${id}`.execute(db)
    await expect(change).rejects.toThrow('an issued notice is never changed')
  })

  it('proves that it stood unchanged, naming nobody', async () => {
    const { id, code } = await issued()
    const proof = await county.call(getProof, { params: { code } })
    const { contentHash } = await read(id)
    expect({ ...proof, entries: proof.entries.map(entry => entry.what) }).toEqual({
      code,
      title: '关于党员服务标兵拟表彰名单的公示',
      hash: contentHash,
      recomputed: contentHash,
      intact: true,
      statement: '公示以来名单未改动',
      entries: ['送审', '审核通过（含保密审查）', '签发'],
    })
  })

  it('is found out when somebody changed it behind the guard', async () => {
    const { id, code } = await issued()
    await sql`alter table publicity.notice disable trigger notice_frozen`.execute(db)
    await sql`update publicity.notice set content = jsonb_set(content, '{intro}', '"换过"') where id = ${id}`.execute(
      db,
    )
    await sql`alter table publicity.notice enable trigger notice_frozen`.execute(db)
    const { intact, statement } = await county.call(getProof, { params: { code } })
    expect([intact, statement.includes('不一致')]).toEqual([false, true])
  })

  it('is found out when its dates were moved', async () => {
    const { id, code } = await issued()
    await sql`update publicity.notice set last_day = last_day - 1 where id = ${id}`.execute(db)
    expect((await county.call(getProof, { params: { code } })).intact).toBe(false)
  })

  it('has no proof and no page before it is issued', async () => {
    const { code } = await draft()
    expect((await app.request(`/api/publicity/proofs/${code}`)).status).toBe(404)
    expect((await publicNotices(db, 'publicity')).rows.map(row => row.code)).not.toContain(code)
  })
})

describe('what the notice’s module finds wrong with it', () => {
  it('keeps it from review, and from being issued if it has come about since', async () => {
    const { id } = await draft()
    wrong = ['照片不见了。']
    const refused = { code: 'notice.not-ready', findings: [{ path: 'content', severity: 'block', message: wrong[0] }] }
    const send = () => writer.call(sendNotice, { params: { id }, body: checked })
    await expect(send()).rejects.toMatchObject(refused)
    wrong = []
    await send()
    await checker.call(approveNotice, { params: { id }, body: checked })
    wrong = ['照片不见了。']
    await expect(issuer.call(issueNotice, { params: { id }, body: {} })).rejects.toMatchObject(refused)
    expect((await read(id)).state).toBe('approved')
    wrong = []
    await issuer.call(issueNotice, { params: { id }, body: {} })
    expect((await read(id)).state).toBe('issued')
  })

  it('is looked for anew after a return, of which the module is told', async () => {
    const { id } = await draft()
    await writer.call(sendNotice, { params: { id }, body: checked })
    await checker.call(returnNotice, { params: { id }, body: { comment: '请核对' } })
    expect(returned.filter(([each]) => each === id)).toEqual([[id, 'draft']])
  })
})

describe('a new version', () => {
  const revise = async (id: number, sections: typeof content.sections) => {
    const { id: next } = await writer.call(reviseNotice, { params: { id }, body: {} })
    await save(next, { sections })
    await moveDemoClock(db, '1 day')
    await issue(next)
    return read(next)
  }
  const [section] = content.sections

  it('starts the clock anew when something else than a removal changed', async () => {
    const { id } = await issued()
    const changed = section!.items.map(item => (item.key === 'n1' ? { ...item, post: '副护士长' } : item))
    const next = await revise(id, [{ ...section!, items: changed }])
    expect([next.version, next.publishedOn]).toEqual([2, await businessToday(db)])
    expect((await read(id)).state).toBe('superseded')
  })

  it('lets the others’ period run on when a name is only taken away', async () => {
    const { id } = await issued()
    const before = await read(id)
    const next = await revise(id, [{ ...section!, items: section!.items.slice(1) }])
    expect([next.publishedOn, next.lastDay, next.content.sections[0]!.items.length]).toEqual([
      before.publishedOn,
      before.lastDay,
      2,
    ])
  })

  it('is one at a time', async () => {
    const { id } = await issued()
    await writer.call(reviseNotice, { params: { id }, body: {} })
    const second = writer.call(reviseNotice, { params: { id }, body: {} })
    await expect(second).rejects.toMatchObject({ code: 'notice.revision-open' })
  })

  it('does not shake off an objection to the version before', async () => {
    const { id } = await issued()
    const body = {
      channel: 'letter' as const,
      anonymous: true,
      itemKey: 'n1',
      words: '来信反映该同志去年考核材料不实，附有证据两页。',
    }
    const objection = await officer.call(enterObjection, { params: { id }, body })
    const next = await revise(id, [{ ...section!, items: section!.items.slice(1) }])
    expect((await openObjections(db, next.id)).map(open => open.id)).toEqual([objection.id])
    expect(await openObjections(db, next.id, 'n3')).toEqual([])
  })
})

describe('the end of a period', () => {
  it('comes once, when the business clock passes it', async () => {
    const { id, code } = await issued()
    await runSweeps(db)
    expect(ended).not.toContain(id)
    await moveDemoClock(db, '30 days')
    await runSweeps(db)
    await runSweeps(db)
    expect(ended.filter(each => each === id)).toEqual([id])
    expect((await county.call(getProof, { params: { code } })).statement).toBe('公示期间名单未改动')
  })

  it('never comes to one that was withdrawn', async () => {
    const { id } = await issued()
    await issuer.call(withdrawNotice, { params: { id }, body: { reason: '名单有误' } })
    await moveDemoClock(db, '30 days')
    await runSweeps(db)
    expect(ended).not.toContain(id)
  })
})

it('issues results and stories the same way, without a period', async () => {
  const { id } = await issued({ kind: 'result', workdays: 0, title: '关于表彰党员服务标兵的决定' })
  const { period, status, publishedOn } = await read(id)
  expect([period, status, publishedOn]).toEqual([null, '已发布', await businessToday(db)])
})
