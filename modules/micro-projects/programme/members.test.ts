import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import type { Problem } from '#platform/http/shared/problem.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { grantAllowances } from '../money/account.ts'
import { memberApi, programmeApi, projectApi } from '../shared/index.ts'
import { draft, microWorld, onDay, programme } from '../testing.ts'

const { db } = await testDatabase()
await onDay(db, '2023-09-01')
const { people, units, memberIds, programmeId, signedIn } = await microWorld(db)
const { staff, stranger } = people

type Body = { name: string; phone: string | null; party: boolean; representative: boolean }
let number = 13_800_000_000
const person = (over: Partial<Body> = {}): Body => {
  number += 1
  return { name: `成员${number}`, phone: String(number), party: false, representative: true, ...over }
}
const enter = async (over: Partial<Body> = {}, by = staff) => {
  const body = person(over)
  const village = by === stranger ? units.neighbour : units.village
  return { ...body, ...(await by.call(memberApi.addMember, { params: { id: village }, body })) }
}
const correct = ({ id, ...entry }: Body & { id: number }, over: Partial<Body>, by = staff) =>
  by.call(memberApi.correctMember, { params: { id }, body: { ...entry, ...over, reason: '登记有误' } })
const leave = ({ id }: { id: number }, by = staff) =>
  by.call(memberApi.removeMember, { params: { id }, body: { reason: '任期届满' } })
const comeBack = ({ id }: { id: number }, by = staff) =>
  by.call(memberApi.readmitMember, { params: { id }, body: { reason: '误移出' } })
const listed = async ({ id }: { id: number }) => {
  const { rows } = await staff.call(memberApi.listMembers, { params: { id: units.village } })
  return rows.find(row => row.id === id)
}
const allowances = async (...ids: number[]) => {
  const { rows } = await sql<{ fen: number }>`
    select balance_fen as fen from micro.account where member_id = any(${ids}::bigint[]) order by id`.execute(db)
  return rows.map(({ fen }) => fen)
}
const newest = async (id: number) => (await history(db, 'micro.member', id))[0]!

describe('a member’s entry', () => {
  it('is corrected with the reason; the record has what it said before and after, numbers half hidden', async () => {
    const member = await enter({ name: '张小名', phone: '13811110001' })
    await correct(member, { name: '张晓明' })
    await correct({ ...member, name: '张晓明' }, { phone: '13822220002', party: true })
    expect(await listed(member)).toEqual({
      ...{ id: member.id, name: '张晓明', phone: '13822220002', party: true, representative: true, active: true },
      ...{ leftOn: null, leftBecause: null, login: false },
    })
    const { action, detail } = await newest(member.id)
    expect([action, detail]).toEqual([
      'micro.member.correct',
      {
        before: { phone: '138****0001', party: false },
        after: { phone: '138****0002', party: true },
        reason: '登记有误',
      },
    ])
    const { rows } = await sql<{ said: Body }>`
      select before as said from micro.member_change where member_id = ${member.id} order by id`.execute(db)
    expect(rows.map(({ said }) => [said.name, said.phone])).toEqual([
      ['张小名', '13811110001'],
      ['张晓明', '13811110001'],
    ])
    await expect(sql`delete from micro.member_change`.execute(db)).rejects.toThrow('never changed')
  })

  it('stays when nothing is changed, no reason is given or the person would be neither', async () => {
    const member = await enter()
    await expect(correct(member, {})).rejects.toMatchObject({ status: 422, code: 'member.same' })
    await expect(correct(member, { representative: false })).rejects.toMatchObject({ status: 422 })
    const { id, ...entry } = member
    const silent = staff.call(memberApi.correctMember, { params: { id }, body: { ...entry, party: true, reason: ' ' } })
    await expect(silent).rejects.toMatchObject({ status: 422 })
    expect(await listed(member)).toMatchObject(entry)
  })

  it('never becomes another person’s: name and number are not changed at once', async () => {
    const member = await enter()
    await expect(correct(member, { name: '另一人', phone: '13811110009' })).rejects.toMatchObject({
      code: 'member.person',
      message: '姓名和手机号码不能同时更改，请分两次更正；换了人的，请移出后另行登记。',
    })
    expect(await listed(member)).toMatchObject({ name: member.name, phone: member.phone })
  })

  it('without a number gets another name only before anything was signed or led', async () => {
    const fresh = await enter({ phone: null })
    await correct(fresh, { name: '更正过的' })
    expect(await listed(fresh)).toMatchObject({ name: '更正过的' })
    const signer = await enter({ phone: null })
    await sql`with p as (insert into micro.project (code, programme_id, village_id, lead_id, title)
        values ('M0000002', ${programmeId}, ${units.village}, ${memberIds[0]}, '修渠') returning id)
      insert into micro.backing (project_id, member_id, way) select id, ${signer.id}, 'paper' from p`.execute(db)
    await expect(correct(signer, { name: '另一人' })).rejects.toMatchObject({ code: 'member.person' })
    await correct(signer, { phone: '13811110003' })
    await correct({ ...signer, phone: '13811110003' }, { name: '补了号码' })
    expect(await listed(signer)).toMatchObject({ name: '补了号码', phone: '13811110003' })
  })

  it('is corrected by the village’s own staff alone, and refused without a word of it', async () => {
    const member = await enter()
    const at = { params: { id: units.village } }
    for (const by of [stranger, people.lead, people.secretary, people.office, people.finance]) {
      const tries = [correct(member, { party: true }, by), by.call(memberApi.listMembers, at), leave(member, by)]
      for (const refused of await Promise.all(tries.map(each => each.catch((error: Problem) => error)))) {
        expect(refused).toMatchObject({ status: 403 })
        expect(JSON.stringify(refused)).not.toMatch(new RegExp(`${member.name}|${member.phone}`))
      }
    }
    await leave(member)
    await expect(correct(member, { party: true })).rejects.toMatchObject({ status: 404 })
    for (const by of [stranger, people.office])
      await expect(comeBack(member, by)).rejects.toMatchObject({ status: 403 })
  })
})

describe('one person has one allowance', () => {
  it('whatever is corrected into whoever is on the list, or was', async () => {
    const [one, other] = [await enter({ name: '同名甲' }), await enter({ name: '同名甲' })]
    await expect(correct(other, { phone: one.phone })).rejects.toMatchObject({
      code: 'member.known',
      message: `同名甲（${one.phone!.slice(0, 3)}****${one.phone!.slice(-4)}）已在本村（社区）名册上，一人只登记一次、只有一份额度。`,
    })
    await leave(one)
    await expect(correct(other, { phone: one.phone })).rejects.toThrow('已移出）已在本村')
    expect(await listed(other)).toMatchObject({ phone: other.phone })
  })

  it('where a missing number leaves open who is who, too, corrected or entered', async () => {
    const one = await enter({ name: '同名乙', phone: null })
    await expect(enter({ name: '同名乙' })).rejects.toMatchObject({
      code: 'member.namesake',
      message:
        '名册上有同名的同名乙（未登记手机号码）。是同一个人的，不能重复登记；不是同一个人的，请先给两个人都登记手机号码。',
    })
    const nearly = await enter({ name: '同名已' })
    await expect(correct(nearly, { name: '同名乙' })).rejects.toMatchObject({ code: 'member.namesake' })
    await correct(one, { phone: '13811110004' })
    await correct(nearly, { name: '同名乙' })
    expect(await listed(nearly)).toMatchObject({ name: '同名乙' })
  })

  it('in the whole sub-district', async () => {
    const there = await enter({ name: '两村人' }, stranger)
    const { name, phone } = there
    const refusal = { code: 'member.elsewhere', message: expect.stringContaining('已登记在“西村”') }
    await expect(enter({ name, phone })).rejects.toMatchObject(refusal)
    const here = await enter({ name })
    await expect(correct(here, { phone })).rejects.toMatchObject(refusal)
    await leave(there, stranger)
    await expect(correct(here, { phone })).rejects.toMatchObject(refusal)
    expect(await allowances(there.id, here.id)).toEqual([20_000, 20_000])
  })

  it('when two entries become one person’s at the same time', async () => {
    const [one, other] = [await enter({ name: '同时甲' }), await enter({ name: '同时甲' })]
    const both = await Promise.allSettled([one, other].map(each => correct(each, { phone: '13811110005' })))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('who moves to another village draws this year’s where it is, and has the next year’s there', async () => {
    const before = await enter({ name: '搬家人' })
    await leave(before)
    const after = await enter({ name: before.name, phone: before.phone }, stranger)
    expect(await allowances(before.id, after.id)).toEqual([20_000])
    await expect(comeBack(before)).rejects.toMatchObject({ code: 'member.elsewhere' })
    const { id } = await people.office.call(programmeApi.startProgramme, {
      body: { programme: { ...programme, id: 'year-2024', year: 2024, allowanceFor: 'representatives' } },
    })
    await inTransaction(db, tx => grantAllowances(tx, id))
    expect(await allowances(before.id)).toHaveLength(1)
    expect(await allowances(after.id)).toHaveLength(1)
  })

  it('as what it was given for: that kind is not taken away in the year, and a new one brings it', async () => {
    const representative = await enter()
    expect(await allowances(representative.id)).toHaveLength(2)
    await expect(correct(representative, { party: true, representative: false })).rejects.toMatchObject({
      code: 'member.entitled',
      message: expect.stringContaining('已按村（居）民代表领取2024年度额度'),
    })
    const party = await enter({ party: true, representative: false })
    expect(await allowances(party.id)).toHaveLength(1)
    await correct(party, { representative: true })
    expect(await allowances(party.id)).toHaveLength(2)
  })
})

describe('somebody who left', () => {
  it('stands below the list with the reason, and is put back with one, the same as before', async () => {
    const member = await enter()
    const held = await allowances(member.id)
    await leave(member)
    expect(await listed(member)).toMatchObject({
      ...{ active: false, leftBecause: '任期届满', leftOn: '2023-09-01' },
    })
    await comeBack(member)
    expect(await listed(member)).toMatchObject({ active: true, leftBecause: null, leftOn: null })
    expect(await allowances(member.id)).toEqual(held)
    expect(await newest(member.id)).toMatchObject({ action: 'micro.member.readmit', detail: { reason: '误移出' } })
    await expect(comeBack(member)).rejects.toMatchObject({ status: 404 })
  })

  it('entered again is the same, and on record as come back', async () => {
    const { id, ...body } = await enter()
    await leave({ id })
    const params = { id: units.village }
    expect(await staff.call(memberApi.addMember, { params, body: { ...body, party: true } })).toEqual({ id })
    expect(await listed({ id })).toMatchObject({ active: true, party: true })
    expect(await newest(id)).toMatchObject({ action: 'micro.member.readmit', detail: { reason: '再次登记' } })
  })
})

describe('a representative’s login', () => {
  const named = async () => {
    const account = await signedIn({ unitId: units.village, roles: ['representative'] })
    const { rows } = await sql<{ name: string }>`
      select n.name from access.account a join units.person n on n.id = a.person_id
      where a.id = ${account.ids.accountId}`.execute(db)
    return { account, accountId: account.ids.accountId, name: rows[0]!.name }
  }
  const link = ({ id }: { id: number }, accountId: number, by = staff) =>
    by.call(memberApi.linkMember, { params: { id }, body: { accountId } })
  const mine = async (by: typeof staff) =>
    (await by.call(projectApi.startingPoints, {})).members.filter(member => member.mine).map(({ name }) => name)

  it('is linked with the entry of the same name; then its holder leads projects of his own', async () => {
    const { account, accountId, name } = await named()
    const member = await enter({ name })
    const { logins } = await staff.call(memberApi.listMembers, { params: { id: units.village } })
    expect(logins).toContainEqual({ id: accountId, name, title: expect.any(String) })
    const propose = () => account.call(projectApi.createProject, { body: { ...draft, programmeId, leadId: member.id } })
    await expect(propose()).rejects.toMatchObject({ status: 403 })
    await link(member, accountId)
    expect(await mine(account)).toEqual([name])
    expect(await propose()).toEqual({ id: expect.any(Number) })
    expect(await listed(member)).toMatchObject({ login: true })
    expect((await newest(member.id)).action).toBe('micro.member.link')
  })

  it('is linked once, with nobody of another name, and by the village’s own staff', async () => {
    const { accountId, name } = await named()
    const [other, member] = [await enter(), await enter({ name })]
    await expect(link(other, accountId)).rejects.toMatchObject({ code: 'member.login', status: 422 })
    await expect(link(member, accountId, stranger)).rejects.toMatchObject({ status: 403 })
    await expect(link(member, people.secretary.ids.accountId)).rejects.toMatchObject({ code: 'member.login' })
    await link(member, accountId)
    const twin = await enter({ name })
    await expect(link(twin, accountId)).rejects.toMatchObject({ code: 'member.login' })
  })
})
