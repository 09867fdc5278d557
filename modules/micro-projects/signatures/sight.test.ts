import { describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { signatureApi } from '../shared/index.ts'
import { newHousehold, signingWorld, signMany } from './testing.ts'

const { db } = await testDatabase()
const world = await signingWorld(db)
const { lead, villager, staff, secretary, neighbourStaff, office, finance, otherOffice, stranger } = world.people

const phone = '13856781234'
const params = { id: await world.project() }
const household = newHousehold({ head: '钱某', door: '7组77号', phone })
const sheetKey = await world.sheet(staff)
await staff.call(signatureApi.signOnPaper, { params, body: { sheetKey, households: [household] } })
await signMany(lead, params.id, 1)
await staff.call(signatureApi.issueLink, { params, body: { household: newHousehold({ phone: '13856785678' }) } })
await world.setState(params.id, 'office')

const seenBy = (by: typeof staff) => by.call(signatureApi.getSignatures, { params })
const rowOf = async (by: typeof staff) => (await seenBy(by)).signatures[0]!

describe('numbers and doors', () => {
  it('are whole for the village’s own staff and the checker', async () => {
    for (const by of [staff, office])
      expect((await rowOf(by)).household).toMatchObject({ head: '钱某', door: '7组77号', phone })
    expect([(await rowOf(staff)).sheetKey, (await rowOf(office)).sheetKey]).toEqual([sheetKey, sheetKey])
  })

  it('are masked for who collects, who keeps the door to find it', async () => {
    expect((await rowOf(lead)).household).toMatchObject({ door: '7组77号', phone: '138****1234' })
    expect((await rowOf(lead)).sheetKey).toBeNull()
    const { households } = await lead.call(signatureApi.findHouseholds, { params, query: { words: '钱某' } })
    expect(households).toMatchObject([{ phone: '138****1234', signed: 'paper' }])
  })

  it('do not reach those who only follow: no whole number, no door, no strokes, no sheet anywhere in the answer', async () => {
    for (const by of [villager, secretary, finance]) {
      const answer = JSON.stringify(await seenBy(by))
      expect(answer).not.toMatch(/1385678\d{4}|13820\d{6}|7组77号|号"/)
      expect(answer).not.toContain(sheetKey)
      expect(answer).not.toMatch(/"ink":"M/)
    }
  })

  it('nothing at all reaches the sub-district before the village has handed the project in', async () => {
    await world.setState(params.id, 'draft')
    for (const by of [office, finance]) await expect(seenBy(by)).rejects.toMatchObject({ status: 403 })
    await world.setState(params.id, 'office')
  })

  it('nothing at all reaches another village, another sub-district or a stranger', async () => {
    for (const by of [neighbourStaff, otherOffice, stranger])
      await expect(seenBy(by)).rejects.toMatchObject({ status: 403 })
    for (const by of [villager, neighbourStaff, office, stranger])
      await expect(by.call(signatureApi.findHouseholds, { params, query: {} })).rejects.toMatchObject({ status: 403 })
  })
})

it('shows the strokes to who collected them and to the checker', async () => {
  const inkOf = async (by: typeof staff) => (await seenBy(by)).signatures[1]!.ink
  for (const by of [lead, staff, office]) expect(await inkOf(by)).toMatch(/^M\d+ \d+L/)
})

it('shows signs of proxy signing to the checker alone', async () => {
  await office.call(signatureApi.getSigns, { params })
  for (const by of [staff, lead, secretary, finance, otherOffice])
    await expect(by.call(signatureApi.getSigns, { params })).rejects.toMatchObject({ status: 403 })
})
