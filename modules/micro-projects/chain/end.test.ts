import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { moneyApi, projectApi } from '../shared/index.ts'
import { built, type MicroWorld, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
beforeAll(async () => {
  await onDay(db, '2023-09-20')
  world = await microWorld(db)
})

let signed = 0
const signers = () => {
  signed += 2
  return world.memberIds.slice(signed - 2, signed)
}
const view = (id: number) => world.people.office.call(projectApi.getProject, { params: { id } })
const left = async (members: number[]) => {
  const { rows } = await sql<{ fen: number }>`select balance_fen as fen from micro.account
    where member_id = any(${members}::bigint[]) order by member_id`.execute(db)
  return rows.map(({ fen }) => fen)
}
const toldTo = async (by: keyof MicroWorld['people']) => {
  const { rows } = await sql<{ subject: string; body: string }>`select subject, body from notifications.message
    where post_id = ${world.people[by].ids.postId} order by id desc limit 1`.execute(db)
  return rows[0]
}

describe('a work that is never built', () => {
  it('is ended by the office with its reason; the allowances of its signers are theirs again', async () => {
    const members = signers()
    const id = await readyDraft(world, {}, members)
    await passUpTo(world, id, 'meeting')
    expect(await left(members)).toEqual([0, 15_000])
    const params = { id }
    const end = (by: keyof MicroWorld['people'], reason = '牵头人迁出，无人接手') =>
      world.people[by].call(projectApi.endProject, { params, body: { reason } })
    for (const by of ['lead', 'staff', 'secretary', 'finance'] as const)
      await expect(end(by)).rejects.toMatchObject({ status: 403 })
    await expect(end('office', '')).rejects.toMatchObject({ status: 422 })
    await end('office')
    const { state, history, permissions } = await view(id)
    expect([state, history.at(-1), permissions.end]).toMatchObject([
      'ended',
      { stepName: '项目', outcome: 'end', comment: '牵头人迁出，无人接手' },
      false,
    ])
    expect(await left(members)).toEqual([20_000, 20_000])
    expect((await toldTo('lead'))?.body).toBe('东村“修补村口路肩”现在是“已终止”。原因：牵头人迁出，无人接手')
    await expect(end('office')).rejects.toMatchObject({ message: '这个项目已经结束，不能再办理。' })
    const payment = { fen: 1, voucher: '记-1', payee: '东村', paidOn: '2023-09-20' }
    await expect(world.people.finance.call(moneyApi.payProject, { params, body: payment })).rejects.toThrow('尚未验收')
  })

  it('is not ended before the meeting has approved it', async () => {
    const id = await readyDraft(world, {}, signers())
    await passUpTo(world, id, 'amount')
    await expect(
      world.people.office.call(projectApi.endProject, { params: { id }, body: { reason: '不办了' } }),
    ).rejects.toMatchObject({ code: 'micro.order' })
  })
})

describe('a work that does not pass the acceptance', () => {
  it('goes back to where it is mended: its expenses and completion are open, and its notice begins anew', async () => {
    const { staff, member } = world.people
    const id = await built(db, world, signers())
    const params = { id }
    await sql`update micro.project set state = 'committee', posted_on = '2023-09-20' where id = ${id}`.execute(db)
    const body = { step: 'committee' as const, outcome: 'return' as const, comment: '路肩有裂缝，请整改' }
    await member.call(projectApi.takeStep, { params, body })
    const seen = await staff.call(projectApi.getProject, { params })
    expect([seen.state, seen.notice, seen.postedOn, seen.permissions.complete]).toEqual(['building', null, null, true])
    expect((await staff.call(moneyApi.getProjectMoney, { params })).permissions.edit).toBe(true)
    expect((await toldTo('lead'))?.body).toContain('原因：路肩有裂缝，请整改')
    const completion = { finishedOn: '2023-09-20', participants: 9, text: '裂缝已修补。' }
    await staff.call(projectApi.completeProject, { params, body: completion })
    expect((await view(id)).state).toBe('completed')
  })
})
