import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { signatureApi } from '../shared/index.ts'
import { newHousehold, signingWorld, signMany, writtenBy } from './testing.ts'

const { db } = await testDatabase()
const world = await signingWorld(db)
const { lead, staff, office, neighbourStaff } = world.people

const face = (
  household: { id: number } | ReturnType<typeof newHousehold>,
  seed = 1,
  actKey: string = randomUUID(),
) => ({
  ...{ household, ink: writtenBy(seed), actKey },
})
const list = (id: number, by = staff) => by.call(signatureApi.getSignatures, { params: { id } })

describe('a household', () => {
  it('signs once for a project, by whichever way, and the refusal says how it did', async () => {
    const params = { id: await world.project() }
    const household = newHousehold({ head: '张一' })
    await lead.call(signatureApi.signFaceToFace, { params, body: face(household) })
    const { signatures } = await list(params.id)
    const ref = { id: signatures[0]!.household.id }
    const again = {
      code: 'household.signed',
      status: 409,
      message: expect.stringMatching(/^张一户已于\d+月\d+日当面签名/),
    }
    await expect(lead.call(signatureApi.signFaceToFace, { params, body: face(ref) })).rejects.toMatchObject(again)
    await expect(lead.call(signatureApi.issueLink, { params, body: { household: ref } })).rejects.toMatchObject(again)
    const body = { sheetKey: await world.sheet(staff), households: [ref] }
    await expect(staff.call(signatureApi.signOnPaper, { params, body })).rejects.toMatchObject({
      code: 'sheet.rows',
      findings: [{ path: 'households.0', message: expect.stringContaining('当面签名') }],
    })
    expect((await list(params.id)).households).toBe(1)
  })

  it('signs once when two telephones send it at the same instant', async () => {
    const params = { id: await world.project() }
    const household = newHousehold()
    const outcomes = await Promise.allSettled(
      [lead, staff, lead, staff].map((by, seed) =>
        by.call(signatureApi.signFaceToFace, { params, body: face(household, seed) }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await list(params.id)).households).toBe(1)
  })

  it('signs for other projects too', async () => {
    const household = newHousehold()
    for (const id of [await world.project(), await world.project()])
      await lead.call(signatureApi.signFaceToFace, { params: { id }, body: face(household) })
  })

  it('needs a door or a telephone, and no telephone', async () => {
    const params = { id: await world.project() }
    const none = { head: '无名', door: '', phone: null }
    await expect(staff.call(signatureApi.addHousehold, { params, body: none })).rejects.toMatchObject({
      status: 422,
      findings: [{ path: 'door', message: '请填写门牌号或联系电话，以便核对' }],
    })
    const body = newHousehold({ phone: null })
    expect(await staff.call(signatureApi.addHousehold, { params, body })).toMatchObject({ known: false })
    expect(await staff.call(signatureApi.addHousehold, { params, body })).toMatchObject({ known: true })
  })
})

describe('a signature face to face', () => {
  it('sent again after a lost reply is the same, even when the project has gone on', async () => {
    const params = { id: await world.project() }
    const body = face(newHousehold())
    const [first, same] = await Promise.all([1, 2].map(() => lead.call(signatureApi.signFaceToFace, { params, body })))
    expect(same).toEqual(first)
    await world.setState(params.id, 'secretary')
    expect(await lead.call(signatureApi.signFaceToFace, { params, body })).toEqual(first)
    expect((await list(params.id)).households).toBe(1)
  })

  it('cannot be taken for another by its number', async () => {
    const params = { id: await world.project() }
    const body = face(newHousehold())
    await lead.call(signatureApi.signFaceToFace, { params, body })
    const elsewhere = { params: { id: await world.project() }, body }
    await expect(lead.call(signatureApi.signFaceToFace, elsewhere)).rejects.toMatchObject({ code: 'signature.act' })
    await expect(staff.call(signatureApi.signFaceToFace, { params, body })).rejects.toMatchObject({
      code: 'signature.act',
    })
  })

  it('keeps the server’s time when the telephone’s clock is a day wrong, and shows the telephone’s beside it', async () => {
    const params = { id: await world.project() }
    const deviceAt = '2001-01-01T00:00:00Z'
    await lead.call(signatureApi.signFaceToFace, { params, body: { ...face(newHousehold()), deviceAt } })
    const [signature] = (await list(params.id)).signatures
    expect(signature!.deviceAt).toBe(deviceAt)
    expect(signature!.at > '2020').toBe(true)
  })

  it('is not said to be late where a demo’s clock stands at another day', async () => {
    const params = { id: await world.project() }
    await sql`insert into app.clock (ahead) values (interval '200 days')`.execute(db)
    const deviceAt = new Date().toISOString()
    await lead.call(signatureApi.signFaceToFace, { params, body: { ...face(newHousehold()), deviceAt } })
    await sql`delete from app.clock`.execute(db)
    expect((await list(params.id)).signatures[0]!.deviceAt).toBeNull()
  })

  it('is refused once the project is on its way, with its state', async () => {
    const params = { id: await world.project() }
    await world.setState(params.id, 'office')
    await expect(lead.call(signatureApi.signFaceToFace, { params, body: face(newHousehold()) })).rejects.toMatchObject({
      code: 'signing.closed',
      message: expect.stringContaining('“待党建办审核”'),
    })
  })

  it('is nothing that another village, the sub-district or a stranger may enter', async () => {
    const params = { id: await world.project() }
    const { villager, finance, stranger, secretary } = world.people
    for (const by of [villager, neighbourStaff, office, finance, secretary, stranger])
      await expect(by.call(signatureApi.signFaceToFace, { params, body: face(newHousehold()) })).rejects.toMatchObject({
        status: 403,
      })
  })
})

describe('a sheet of paper', () => {
  it('is entered for several households at once, with its photograph', async () => {
    const params = { id: await world.project() }
    const body = { sheetKey: await world.sheet(staff), households: [1, 2, 3].map(() => newHousehold()) }
    await staff.call(signatureApi.signOnPaper, { params, body })
    const { households, signatures } = await list(params.id)
    expect([households, signatures.map(({ way, sheetKey }) => [way, sheetKey])]).toEqual([
      3,
      [1, 2, 3].map(() => ['paper', body.sheetKey]),
    ])
  })

  it('is entered as a whole or not at all, and each row that stands in the way is named', async () => {
    const params = { id: await world.project() }
    const twice = newHousehold({ head: '李二' })
    const body = { sheetKey: await world.sheet(staff), households: [newHousehold(), twice, twice, { id: 999_999 }] }
    await expect(staff.call(signatureApi.signOnPaper, { params, body })).rejects.toMatchObject({
      code: 'sheet.rows',
      findings: [
        { path: 'households.2', message: '第3行：李二户在本表中填写了两次。' },
        { path: 'households.3', message: '第4行：没有找到这一户，请重新选择。' },
      ],
    })
    expect((await list(params.id)).households).toBe(0)
  })

  it('is not taken without the photograph, or with somebody else’s file', async () => {
    const params = { id: await world.project() }
    for (const sheetKey of ['unknown', await world.sheet(neighbourStaff)])
      await expect(
        staff.call(signatureApi.signOnPaper, { params, body: { sheetKey, households: [newHousehold()] } }),
      ).rejects.toMatchObject({ code: 'file.unknown' })
  })
})

describe('two villages that claim one household', () => {
  const claim = async (body: ReturnType<typeof newHousehold>) =>
    neighbourStaff.call(signatureApi.addHousehold, {
      params: { id: await world.project(world.units.neighbour) },
      body,
    })

  it('are told where it is on the list, its number masked', async () => {
    const household = newHousehold({ head: '王三', phone: '13812345678' })
    await staff.call(signatureApi.addHousehold, { params: { id: await world.project() }, body: household })
    const refusal = await claim({ ...household, door: '9组1号' }).catch(error => error)
    expect(refusal).toMatchObject({ code: 'household.elsewhere', message: expect.stringContaining('已登记在“东村”') })
    expect(refusal.message).toContain('138****5678')
    expect(JSON.stringify(refusal)).not.toContain('13812345678')
  })

  it('get one of them when both claim it at once', async () => {
    const params = { id: await world.project() }
    const body = newHousehold()
    const both = await Promise.allSettled([claim(body), staff.call(signatureApi.addHousehold, { params, body })])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('may each have a namesake at the same door number, where the telephones tell them apart', async () => {
    const household = newHousehold({ head: '赵四', phone: '13800000011' })
    await staff.call(signatureApi.addHousehold, { params: { id: await world.project() }, body: household })
    expect(await claim({ ...household, phone: '13800000012' })).toMatchObject({ known: false })
    await expect(claim({ ...household, phone: null })).resolves.toMatchObject({ known: true })
  })
})

describe('what village staff correct', () => {
  it('is a household of their own; not one that is to be called back', async () => {
    const params = { id: await world.project() }
    const body = newHousehold()
    const { id } = await staff.call(signatureApi.addHousehold, { params, body })
    const corrected = { ...body, phone: '13800000099' }
    const correct = (by: typeof staff) => by.call(signatureApi.correctHousehold, { params: { id }, body: corrected })
    for (const by of [neighbourStaff, lead, office]) await expect(correct(by)).rejects.toMatchObject({ status: 403 })
    await correct(staff)
    await staff.call(signatureApi.signFaceToFace, { params, body: face({ id }) })
    await sql`insert into micro.call_back (signature_id)
      select id from micro.signature where household_id = ${id}`.execute(db)
    await expect(correct(staff)).rejects.toMatchObject({ code: 'household.asked' })
  })
})

describe('members', () => {
  it('sign on a photographed sheet or with a finger: nobody’s allowance is put behind a project by a tick', async () => {
    const params = { id: await world.project() }
    const [member] = (await list(params.id)).members
    const body = { memberIds: [member!.id] }
    await expect(lead.call(signatureApi.addBackings, { params, body })).rejects.toMatchObject({
      status: 422,
      findings: [{ path: 'sheetKey', message: '请上传有他们签名的签名表照片，或者请本人当面签名' }],
    })
    await lead.call(signatureApi.addBackings, { params, body: { ...body, ink: writtenBy(77) } })
    expect((await list(params.id)).backings.map(({ way, sheetKey }) => [way, sheetKey])).toEqual([['face', null]])
  })

  it('and households sign on one sheet, entered once for each; only the checker and the staff see it', async () => {
    const params = { id: await world.project() }
    const [member] = (await list(params.id)).members
    const sheetKey = await world.sheet(staff, '一张签名表')
    await staff.call(signatureApi.addBackings, { params, body: { memberIds: [member!.id], sheetKey } })
    await staff.call(signatureApi.signOnPaper, { params, body: { sheetKey, households: [newHousehold()] } })
    const { rows } = await sql`select 1 from micro.sheet where project_id = ${params.id}`.execute(db)
    expect(rows).toHaveLength(1)
    await world.setState(params.id, 'office')
    const seen = async (by: typeof staff) => (await list(params.id, by)).backings.map(backing => backing.sheetKey)
    expect([await seen(staff), await seen(office), await seen(lead)]).toEqual([[sheetKey], [sheetKey], [null]])
    expect((await office.call(signatureApi.getSigns, { params })).findings).toEqual([])
  })

  it('who have an account are told when a sheet is entered for them', async () => {
    const params = { id: await world.project() }
    const member = world.leads[world.units.village]!
    await staff.call(signatureApi.addBackings, {
      params,
      body: { memberIds: [member], sheetKey: await world.sheet(staff) },
    })
    const { rows } = await sql<{ subject: string }>`
      select subject from notifications.message where link = ${`/micro/projects/${params.id}`}`.execute(db)
    expect(rows).toEqual([{ subject: '已登记您为“修渠”签名' }])
  })

  it('sign once each, and can be taken back', async () => {
    const params = { id: await world.project() }
    const [member] = (await list(params.id)).members
    const body = { memberIds: [member!.id], sheetKey: await world.sheet(staff) }
    await staff.call(signatureApi.addBackings, { params, body })
    await expect(staff.call(signatureApi.addBackings, { params, body })).rejects.toMatchObject({
      code: 'member.signed',
    })
    expect((await list(params.id)).backings.map(({ member: { name } }) => name)).toEqual(['李代表'])
    const back = { params: { ...params, memberId: member!.id }, body: { reason: '登记有误' } }
    await staff.call(signatureApi.takeBackBacking, back)
    expect((await list(params.id)).backings).toEqual([])
  })

  it('of another village do not', async () => {
    const params = { id: await world.project() }
    const body = { memberIds: [world.leads[world.units.neighbour]!], sheetKey: await world.sheet(staff) }
    await expect(staff.call(signatureApi.addBackings, { params, body })).rejects.toMatchObject({
      code: 'member.unknown',
    })
  })
})

describe('taking back', () => {
  it('needs a reason, keeps the row, and lets the household sign again', async () => {
    const params = { id: await world.project() }
    const [signed] = await signMany(lead, params.id, 1)
    const take = (reason: string) =>
      lead.call(signatureApi.takeBackSignature, { params: { id: signed!.id }, body: { reason } })
    await expect(take('')).rejects.toMatchObject({ status: 422 })
    await take('户主改变主意')
    const { id: _, ...household } = signed!
    await lead.call(signatureApi.signFaceToFace, { params, body: face(household) })
    expect((await list(params.id)).signatures.map(({ no, takenBack }) => [no, takenBack?.reason])).toEqual([
      [1, undefined],
      [null, '户主改变主意'],
    ])
  })

  it('is closed with the signing', async () => {
    const params = { id: await world.project() }
    const [signed] = await signMany(lead, params.id, 1)
    await world.setState(params.id, 'secretary')
    await expect(
      lead.call(signatureApi.takeBackSignature, { params: { id: signed!.id }, body: { reason: '迟了' } }),
    ).rejects.toMatchObject({ code: 'signing.closed' })
  })
})
