import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { goTo } from '#database/demo/clock.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { moneyApi, projectApi } from '../shared/index.ts'
import { accepted, built, type MicroWorld, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
beforeAll(async () => {
  await onDay(db, '2023-09-20')
  world = await microWorld(db)
})

const wrong = (path: string, message: string) => ({
  code: 'micro.date',
  status: 422,
  message,
  findings: [{ path, rule: 'R004-14', severity: 'block' }],
})

let signed = 0
const signers = () => {
  signed += 2
  return world.memberIds.slice(signed - 2, signed)
}
const view = (id: number) => world.people.office.call(projectApi.getProject, { params: { id } })

describe('dates rise along the chain (R004-14)', () => {
  it('a meeting is held neither before the amounts were fixed nor tomorrow', async () => {
    const id = await readyDraft(world, {}, signers())
    await passUpTo(world, id, 'amount')
    const hold = (heldOn: string) =>
      world.people.member.call(projectApi.recordMeeting, {
        params: { id: world.programmeId },
        body: {
          ...{ heldOn, attendees: '全体委员', resolution: '同意。' },
          decisions: [{ projectId: id, outcome: 'pass' as const, comment: '' }],
        },
      })
    await expect(hold('1999-01-01')).rejects.toMatchObject(
      wrong('heldOn', '会议日期不能早于“修补村口路肩”核定经费的日期（2023年9月20日）。'),
    )
    await expect(hold('2023-09-21')).rejects.toMatchObject({ status: 422 })
    await hold('2023-09-20')
    expect((await view(id)).state).toBe('building')
  })

  it('a work is finished, and its material bought, on no day before the meeting', async () => {
    const { staff } = world.people
    const id = await built(db, world, signers())
    const complete = (finishedOn: string) =>
      staff.call(projectApi.completeProject, {
        params: { id },
        body: { finishedOn, participants: 9, text: '路肩已修补30米。' },
      })
    const early = '不能早于会议批准的日期（2023年9月20日）。'
    await expect(complete('2023-01-02')).rejects.toMatchObject(wrong('finishedOn', `完工日期${early}`))
    const receiptKey = randomUUID()
    await sql`insert into files.file (key, sha256, name, mime, bytes, uploaded_by)
      values (${receiptKey}, md5(random()::text), 'a.jpg', 'image/jpeg', 1, 'test')`.execute(db)
    const body = { kind: 'material', item: '水泥', fen: 100, boughtOn: '2023-09-19', receiptKey }
    await expect(staff.call(moneyApi.addExpense, { params: { id }, body })).rejects.toMatchObject(
      wrong('boughtOn', `购买日期${early}`),
    )
    await complete('2023-09-20')
    expect((await view(id)).state).toBe('completed')
  })

  it('money is paid and a plaque hung on no day before the work was accepted', async () => {
    const { finance, office, staff } = world.people
    await goTo(db, '2023-10-11')
    const id = await accepted(db, world, signers())
    const params = { id }
    await expect(
      office.call(projectApi.orderPlaque, { params, body: { textKey: 'no-such-style' as 'party-members' } }),
    ).rejects.toMatchObject({ status: 422 })
    await office.call(projectApi.orderPlaque, { params, body: { textKey: 'party-members' } })
    const early = '不能早于街道验收的日期（2023年10月11日）。'
    const hang = (hungOn: string) => staff.call(projectApi.hangPlaque, { params, body: { hungOn } })
    await expect(hang('1990-01-01')).rejects.toMatchObject(wrong('hungOn', `挂牌日期${early}`))
    const pay = (paidOn: string) =>
      finance.call(moneyApi.payProject, { params, body: { fen: 24_000, voucher: '记-1', payee: '东村', paidOn } })
    await expect(pay('2020-01-01')).rejects.toMatchObject(wrong('paidOn', `拨付日期${early}`))
    await pay('2023-10-11')
    await hang('2023-10-11')
    const { state, plaque } = await view(id)
    expect([state, plaque?.hungOn]).toEqual(['paid', '2023-10-11'])
  })
})
