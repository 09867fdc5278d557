import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { findProject } from '../project/load.ts'
import type { Outcome } from '../shared/api/signatures.ts'
import { signatureApi } from '../shared/index.ts'
import { drawCallBacks } from './call-back.ts'
import { signatureFindings } from './findings.ts'
import { drawSample, sampleSize } from './sample.ts'
import { signingWorld, signMany } from './testing.ts'

const { db } = await testDatabase()
const world = await signingWorld(db)
const { lead, staff, office, otherOffice, finance } = world.people

/** A project that has come to the office with so many signatures, its sample drawn. */
const atOffice = async (many: number) => {
  const id = await world.project()
  const signed = await signMany(lead, id, many)
  await world.setState(id, 'office')
  const drawn = await draw(id)
  const { rows } = await office.call(signatureApi.listCallBacks, { query: { projectId: id } })
  return { id, signed, drawn, rows }
}
const draw = (id: number) => inTransaction(db, async tx => drawCallBacks(tx, (await findProject(tx, id, true))!))
const enter = (id: number, outcome: Outcome, by = office) =>
  by.call(signatureApi.enterCallBack, { params: { id }, body: { outcome } })
const findings = async (id: number) =>
  (await signatureFindings(db, (await findProject(db, id))!)).map(({ message }) => message)

describe('the sample', () => {
  it.each([
    [0, 0],
    [1, 1],
    [5, 2],
    [20, 2],
    [21, 3],
    [30, 3],
    [100, 10],
  ])('of %i households is %i: a tenth rounded up, two at least', (among, size) => {
    expect(sampleSize(among, { share: 0.1, atLeast: 2 })).toBe(size)
  })

  it('is drawn again alike from its seed, and holds each once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat({ max: 20 }), fc.string(), (ids, size, seed) => {
        const drawn = drawSample(ids, size, seed)
        expect(drawSample([...ids].reverse(), size, seed)).toEqual(drawn)
        expect(new Set(drawn).size).toBe(Math.min(size, ids.length))
        expect(drawn.every(id => ids.includes(id))).toBe(true)
      }),
    )
  })

  it('is drawn once, and its record draws it again', async () => {
    const { id, drawn, rows } = await atOffice(7)
    expect([drawn.length, rows.length]).toEqual([2, 2])
    expect(await draw(id)).toEqual([])
    const [entry] = (await history(db, 'micro.project', id)).filter(({ action }) => action === 'micro.call-back.draw')
    const { seed, among } = entry!.detail as { seed: string; among: number[] }
    expect(drawSample(among, 2, seed)).toEqual(drawn)
  })
})

describe('calling back', () => {
  it('shows the checker whole numbers, and the list to nobody else', async () => {
    const { signed, rows } = await atOffice(5)
    const numbers = signed.map(({ phone }) => phone)
    expect(rows.every(({ household }) => numbers.includes(household.phone!))).toBe(true)
    for (const by of [staff, lead, finance])
      await expect(by.call(signatureApi.listCallBacks, { query: {} })).rejects.toMatchObject({ status: 403 })
    expect(await otherOffice.call(signatureApi.listCallBacks, { query: {} })).toEqual({ rows: [], next: null, open: 0 })
    for (const by of [staff, lead, otherOffice])
      await expect(enter(rows[0]!.id, 'confirmed', by)).rejects.toMatchObject({ status: 403 })
  })

  it('leaves out of the list and its count whom nobody can call while the project is back in its village', async () => {
    const { id } = await atOffice(5)
    const listed = async () => {
      const { rows, open } = await office.call(signatureApi.listCallBacks, { query: { projectId: id } })
      return [rows.length, open]
    }
    expect(await listed()).toEqual([2, 2])
    await world.setState(id, 'draft')
    expect(await listed()).toEqual([0, 0])
    await world.setState(id, 'office')
    expect(await listed()).toEqual([2, 2])
  })

  it('strikes out who denies it, which can leave too few', async () => {
    const { id, rows } = await atOffice(6)
    expect(await findings(id)).toEqual([])
    await enter(rows[0]!.id, 'denied')
    expect(await findings(id)).toEqual([])
    await enter(rows[1]!.id, 'denied')
    expect(await findings(id)).toEqual(['关联群众户签名4户，不少于5户。'])
    const { signatures } = await office.call(signatureApi.getSignatures, { params: { id } })
    expect(signatures.filter(({ takenBack }) => takenBack?.reason === '回访否认')).toHaveLength(2)
    await expect(enter(rows[1]!.id, 'confirmed')).rejects.toMatchObject({ code: 'call-back.denied' })
  })

  it('is open until it is entered: the checker sees how many are left', async () => {
    const { id, rows } = await atOffice(5)
    const left = async () =>
      (await office.call(signatureApi.getSigns, { params: { id } })).findings.map(({ message }) => message)
    expect(await left()).toEqual(['抽中回访的2户中还有2户未登记结果。'])
    await enter(rows[0]!.id, 'confirmed')
    await enter(rows[1]!.id, 'unreachable')
    expect(await left()).toEqual([])
    const done = await office.call(signatureApi.listCallBacks, { query: { projectId: id, done: '1' } })
    expect(done.rows.map(({ outcome }) => outcome)).toEqual(['unreachable', 'confirmed'])
  })

  it('is entered again for whoever was not reached, not after a denial, and not once the money is approved', async () => {
    const { id, rows } = await atOffice(5)
    const entered = async () => {
      const { rows } = await office.call(signatureApi.listCallBacks, { query: { projectId: id, done: '1' } })
      return rows.map(({ outcome, mayEnter }) => [outcome, mayEnter])
    }
    await enter(rows[0]!.id, 'unreachable')
    await enter(rows[0]!.id, 'confirmed')
    await enter(rows[1]!.id, 'denied')
    expect(await entered()).toEqual([
      ['denied', false],
      ['confirmed', true],
    ])
    await world.setState(id, 'building')
    expect(await entered()).toEqual([
      ['denied', false],
      ['confirmed', false],
    ])
  })

  it('asks again whoever denied it and is said to have signed once more', async () => {
    const { id, rows } = await atOffice(5)
    await enter(rows[0]!.id, 'denied')
    await world.setState(id, 'draft')
    const { id: household } = rows[0]!.household
    const sheetKey = await world.sheet(staff)
    const { ids } = await staff.call(signatureApi.signOnPaper, {
      params: { id },
      body: { sheetKey, households: [{ id: household }] },
    })
    await world.setState(id, 'office')
    expect(await draw(id)).toEqual(ids)
  })

  it('is over once the money is approved', async () => {
    const { id, rows } = await atOffice(5)
    await world.setState(id, 'building')
    await expect(enter(rows[0]!.id, 'denied')).rejects.toMatchObject({ code: 'call-back.closed' })
  })
})

it('fewer households than the programme asks for block, as many do not', async () => {
  const id = await world.project()
  expect(await signatureFindings(db, (await findProject(db, id))!)).toEqual([
    { path: 'signatures', severity: 'block', rule: 'R004-02', message: '关联群众户签名0户，不少于5户。' },
  ])
  await signMany(lead, id, 5)
  expect(await findings(id)).toEqual([])
  await sql`update micro.signature set taken_back_at = app.now(), taken_back_reason = '试'
    where id = (select max(id) from micro.signature where project_id = ${id})`.execute(db)
  expect(await findings(id)).toEqual(['关联群众户签名4户，不少于5户。'])
})
