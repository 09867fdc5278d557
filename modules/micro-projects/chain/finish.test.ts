import { beforeAll, describe, expect, it } from 'vitest'
import { goTo } from '#database/demo/clock.ts'
import { findNotice, receiveObjection } from '#kernel/publicity/index.ts'
import { concludeObjection } from '#kernel/publicity/shared/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { moneyApi, projectApi } from '../shared/index.ts'
import { type MicroWorld, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
beforeAll(async () => {
  await onDay(db, '2023-09-20')
  world = await microWorld(db)
})

const stateOf = async (id: number) => (await world.people.office.call(projectApi.getProject, { params: { id } })).state
const file = async (): Promise<number> => {
  const { rows } = await sql<{ id: number }>`insert into files.file (key, sha256, name, mime, bytes, uploaded_by)
    values (gen_random_uuid()::text, md5(random()::text), 'a.jpg', 'image/jpeg', 1, 'test') returning id`.execute(db)
  return rows[0]!.id
}
const picture = async (id: number, part: 'before' | 'after' | 'notice') =>
  sql`insert into micro.picture (project_id, part, file_id, privacy) values (${id}, ${part}, ${await file()}, 'none')`.execute(
    db,
  )
const spend = (id: number, fen: number) => sql`update micro.project set spent_fen = ${fen} where id = ${id}`.execute(db)

const complete = (id: number, finishedOn = '2023-09-20', people?: string[]) =>
  world.people.staff.call(projectApi.completeProject, {
    params: { id },
    body: { finishedOn, participants: 9, text: '路肩已修补30米。', ...(people && { people }) },
  })
const accept = (id: number) =>
  world.people.secretary.call(projectApi.fillAcceptance, { params: { id }, body: { text: '质量合格。' } })

let signed = 0
/** Signed by two members whose allowances nothing else has used. */
const approved = async (): Promise<number> => {
  const id = await readyDraft(world, {}, world.memberIds.slice(signed, signed + 2))
  signed += 2
  await passUpTo(world, id, 'meeting')
  return id
}

/** Approved, built, with its pictures and receipts. */
const built = async (): Promise<number> => {
  const id = await approved()
  for (const part of ['before', 'after'] as const) await picture(id, part)
  await spend(id, 24_000)
  return id
}

/** Publicised on the site and on the wall on the same day. */
const publicised = async (postedOn: string): Promise<number> => {
  const { staff, secretary, office } = world.people
  const id = await built()
  await complete(id, postedOn)
  const params = { id }
  await staff.call(projectApi.publishProject, { params, body: {} })
  await secretary.call(projectApi.approveNotice, { params, body: { secrecyChecked: true } })
  await office.call(projectApi.issueNotice, { params, body: {} })
  await staff.call(projectApi.postNotice, { params, body: { postedOn } })
  await picture(id, 'notice')
  return id
}

describe('the end of a work', () => {
  it('wants pictures before and after, and receipts, before it counts as done', async () => {
    const id = await approved()
    await expect(complete(id)).rejects.toMatchObject({ message: '请先登记开支和票据。' })
    await spend(id, 24_000)
    await expect(complete(id)).rejects.toMatchObject({ code: 'micro.not-ready' })
    for (const part of ['before', 'after'] as const) await picture(id, part)
    await complete(id)
    expect(await stateOf(id)).toBe('completed')
  })

  it('has who took part named one by one, and says how many are not (R004-04)', async () => {
    const id = await built()
    const named = ['王代表', '张代表', '户主1']
    await expect(complete(id, '2023-09-20', Array(10).fill('某人'))).rejects.toMatchObject({
      findings: [{ path: 'participants', message: '参与人数不少于逐一登记的人数' }],
    })
    const said = async () => {
      const { findings, completion } = await world.people.secretary.call(projectApi.getProject, { params: { id } })
      return [findings.filter(({ path }) => path === 'people').map(({ message }) => message), completion?.people]
    }
    await complete(id, '2023-09-20', named)
    expect(await said()).toEqual([['参与9人，逐一登记了3人的姓名，请补充登记或者核实。'], named])
    const all = [...named, '甲', '乙', '丙', '丁', '戊', '己']
    await complete(id, '2023-09-20', all)
    expect(await said()).toEqual([[], all])
  })

  it('is publicised with its supervisor and telephone by three people (R004-15)', async () => {
    const { staff, secretary } = world.people
    const id = await built()
    await complete(id)
    await staff.call(projectApi.publishProject, { params: { id }, body: {} })
    await expect(
      staff.call(projectApi.approveNotice, { params: { id }, body: { secrecyChecked: true } }),
    ).rejects.toMatchObject({ status: 403 })
    await secretary.call(projectApi.returnNotice, { params: { id }, body: { comment: '请核对金额' } })
    await staff.call(projectApi.publishProject, { params: { id }, body: {} })
    const { notice } = await staff.call(projectApi.getProject, { params: { id } })
    const { rows } = await sql<{ content: { objection: object } }>`
      select content from publicity.notice where id = ${notice!.id}`.execute(db)
    expect(rows[0]!.content.objection).toEqual({ office: '荷花街道基层党建办公室', phone: '0731-80000000' })
  })

  it('is accepted after five working days, the National Day and its make-up days counted as the calendar has them (R004-09)', async () => {
    await goTo(db, '2023-09-27')
    const id = await publicised('2023-09-27')
    await goTo(db, '2023-10-08')
    // 28 September, then the holiday until 6 October; 7 and 8 October are worked.
    await expect(accept(id)).rejects.toMatchObject({
      message: '公示仅满2个工作日，最早2023年10月11日方可填报验收表。',
    })
    await goTo(db, '2023-10-11')
    expect(await stateOf(id)).toBe('acceptance')
    await accept(id)
    await world.people.member.call(projectApi.takeStep, {
      params: { id },
      body: { step: 'committee', outcome: 'pass' },
    })
    expect(await stateOf(id)).toBe('accepted')
  })

  it('is not accepted while an objection is open, and not paid before it is accepted (R004-14)', async () => {
    await goTo(db, '2023-10-12')
    const { officer, finance } = world.people
    const id = await publicised('2023-10-12')
    const { notice } = await world.people.staff.call(projectApi.getProject, { params: { id } })
    const { id: objection } = await inTransaction(db, async tx =>
      receiveObjection(tx, (await findNotice(tx, notice!.id))!, {
        ...{ channel: 'online', anonymous: false, name: '某某', phone: '13900000009', words: '金额不实' },
        ...{ evidence: [], uploader: { id: 'public', unitId: null } },
      } as Parameters<typeof receiveObjection>[2]),
    )
    await goTo(db, '2023-10-20')
    expect(await stateOf(id)).toBe('publicity')
    await expect(accept(id)).rejects.toMatchObject({ message: '还有1件异议没有办结，办结后才能验收。' })
    const pay = { fen: 24_000, voucher: '记-1', payee: '东村集体账户', paidOn: '2023-10-20' }
    await expect(finance.call(moneyApi.payProject, { params: { id }, body: pay })).rejects.toMatchObject({
      message: '项目尚未验收，不能拨付。',
    })
    await officer.call(concludeObjection, {
      params: { id: objection },
      body: { outcome: 'not-upheld', conclusion: '经查不实。', publicReply: '经查不实。' },
    } as Parameters<typeof officer.call<typeof concludeObjection>>[1])
    expect(await stateOf(id)).toBe('acceptance')
  })
})
