import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { signatureApi } from '../shared/index.ts'
import type { SignedHousehold } from './signs.ts'
import {
  backersHouseholds,
  equalStrokes,
  hurried,
  numbersElsewhere,
  ownHousehold,
  reusedSheets,
  sameHouse,
  sharedNumbers,
  strokesElsewhere,
} from './signs.ts'
import { newHousehold, signingWorld, signMany, writtenBy } from './testing.ts'

const signed = (no: number, over: Partial<SignedHousehold> = {}): SignedHousehold => ({
  ...{ no, householdId: no, head: `户主${no}`, door: '', phone: null, ink: null, sheetId: null },
  ...{ collectedBy: null, writtenAt: null, signedFrom: null, atIssuer: false, ...over },
})
const said = (signs: { message: string; path?: string }[]) => signs.map(({ message }) => message)

describe('each sign by itself', () => {
  it('one number for several households', () => {
    const phones = ['13800000001', '13800000002', '13800000001', null, null]
    const all = phones.map((phone, at) => signed(at + 1, { phone }))
    expect(sharedNumbers(all)).toEqual([
      {
        path: 'signatures.1',
        severity: 'warning',
        rule: 'R004-03',
        message: '第1、3户联系电话相同，请核实是否代签。',
      },
    ])
    expect(sharedNumbers(all.slice(1))).toEqual([])
  })

  it('one house under two heads, and one head entered twice', () => {
    const all = [
      signed(1, { door: '3组1号' }),
      signed(2, { door: '3组2号', head: '张三' }),
      signed(3, { door: '3组1号' }),
      signed(4, { head: '张三', phone: '13800000004' }),
      signed(5, { door: '3组' }),
      signed(6, { door: '3组' }),
    ]
    expect(sameHouse(all).map(({ rule, message }) => [rule, message])).toEqual([
      ['R004-02', '第1、3户门牌号相同，请核实是否同一户。'],
      ['R004-02', '第2、4户户主同名，请核实是否同一户。'],
    ])
    expect(sameHouse([all[0]!, all[1]!, all[4]!])).toEqual([])
  })

  it('near-equal strokes, and not crosses that people draw who do not write', () => {
    const shaken = writtenBy(1).map(stroke =>
      stroke.map(([x, y, ms]) => [Math.max(0, x - 1), y, ms] as [number, number, number]),
    )
    const all = [writtenBy(1), writtenBy(2), shaken].map((ink, at) => signed(at + 1, { ink }))
    expect(said(equalStrokes(all))).toEqual(['第1、3户笔迹几乎相同，请核实是否代签。'])
    const cross = [
      [
        [100, 100, 0],
        [300, 300, 200],
      ],
      [
        [300, 100, 400],
        [100, 300, 600],
      ],
    ] as [number, number, number][][]
    expect(equalStrokes([1, 2, 3].map(no => signed(no, { ink: cross })))).toEqual([])
  })

  it('the strokes of another household under another project, and not one’s own', () => {
    const here = [signed(1, { ink: writtenBy(1), householdId: 11 })]
    const elsewhere = [{ householdId: 22, ink: writtenBy(1), projectTitle: '修路' }]
    expect(said(strokesElsewhere(here, elsewhere))).toEqual(['第1户笔迹与“修路”中另一户几乎相同，请核实是否代签。'])
    expect(strokesElsewhere(here, [{ ...elsewhere[0]!, householdId: 11 }])).toEqual([])
  })

  it('the household of whoever leads, and a household that gives his number', () => {
    const lead = { name: '李代表', phone: '13900000001' }
    const all = [
      signed(1, { head: '李代表', phone: '13900000001' }),
      signed(2, { head: '王五', phone: '13900000001' }),
      signed(3, { head: '李代表', phone: '13700000000' }),
      signed(4),
    ]
    expect(said(ownHousehold(all, lead))).toEqual([
      '第1户为牵头人本户，请核实。',
      '第2户联系电话为牵头人电话，请核实是否代签。',
    ])
  })

  it('the household of a member who signs, and one that gives a member’s number', () => {
    const backers = [
      { name: '周党员', phone: '13900000011' },
      { name: '吴党员', phone: null },
    ]
    const all = [
      signed(1, { head: '周党员', phone: '13900000011' }),
      signed(2, { head: '周党员', phone: '13700000000' }),
      signed(3, { head: '吴党员', phone: '13700000001' }),
      signed(4, { head: '王五', phone: '13900000011' }),
      signed(5, { phone: '13700000002' }),
    ]
    expect(backersHouseholds(all, backers).map(({ rule, message }) => [rule, message])).toEqual([
      ['R004-02', '第1户户主与签名的党员、代表周党员同名，请核实是否其本户。'],
      ['R004-02', '第3户户主与签名的党员、代表吴党员同名，请核实是否其本户。'],
      ['R004-03', '第4户联系电话为签名的党员、代表周党员的电话，请核实是否代签。'],
    ])
  })

  it('a number that another household gave for another project, and not one’s own', () => {
    const all = [signed(1, { head: '张甲', phone: '13655556666' }), signed(2, { phone: '13655557777' }), signed(3)]
    const other = { phone: '13655556666', head: '张乙', projectTitle: '修路' }
    expect(said(numbersElsewhere(all, [other]))).toEqual(['第1户的联系电话在“修路”中是张乙户的，请核实是否代签。'])
    expect(numbersElsewhere(all, [{ ...other, head: '张甲' }])).toEqual([])
  })

  it('households that wrote on one telephone within seconds of each other; two telephones may', () => {
    const at = (no: number, collectedBy: number | null, second: number) =>
      signed(no, { collectedBy, writtenAt: `2023-09-20T10:00:${String(second).padStart(2, '0')}Z` })
    const all = [at(1, 7, 0), at(2, 8, 2), at(3, 7, 9), at(4, 7, 18), at(5, 7, 28), at(6, null, 29)]
    expect(hurried(all)).toEqual([
      {
        path: 'signatures.1',
        severity: 'warning',
        rule: 'R004-03',
        message: '第1、3、4户当面签名前后相隔不到10秒，请核实是否各户本人所签。',
      },
    ])
    expect(hurried(all, 5)).toEqual([])
  })

  it('one photograph for two sheets', () => {
    const all = [signed(1, { sheetId: 5 }), signed(2, { sheetId: 5 }), signed(3, { sheetId: 6 })]
    expect(said(reusedSheets(all, [{ sheetId: 5, projectTitle: '修路' }]))).toEqual([
      '签名表照片（第1、2户）与“修路”的签名表是同一张，请核对原件。',
    ])
    expect(said(reusedSheets(all, [{ sheetId: 6, projectTitle: null }]))).toEqual([
      '签名表照片（第3户）与本项目另一张签名表是同一张，请核对原件。',
    ])
  })
})

describe('the checker’s list', async () => {
  const { db } = await testDatabase()
  const world = await signingWorld(db)
  const { lead, staff, office } = world.people
  const signs = async (id: number) => said((await office.call(signatureApi.getSigns, { params: { id } })).findings)

  it('is empty when many households sign on one telephone', async () => {
    const id = await world.project()
    await signMany(lead, id, 12)
    expect(await signs(id)).toEqual([])
  })

  it('finds a copied signature under another project, and a sheet photographed for two', async () => {
    const [first, second] = [await world.project(world.units.village, '修路'), await world.project()]
    const face = (household: ReturnType<typeof newHousehold>) => ({
      household,
      ink: writtenBy(999),
      actKey: randomUUID(),
    })
    const sheet = async () => ({ sheetKey: await world.sheet(staff, 'one sheet'), households: [newHousehold()] })
    for (const id of [first, second]) {
      await lead.call(signatureApi.signFaceToFace, { params: { id }, body: face(newHousehold()) })
      await staff.call(signatureApi.signOnPaper, { params: { id }, body: await sheet() })
    }
    expect(await signs(second)).toEqual([
      '第1户笔迹与“修路”中另一户几乎相同，请核实是否代签。',
      '签名表照片（第2户）与“修路”的签名表是同一张，请核对原件。',
    ])
  })

  it('finds a sheet uploaded twice for one project, one number, and the lead’s household', async () => {
    const id = await world.project()
    const phone = '13812312312'
    for (const households of [
      [newHousehold({ phone }), newHousehold({ head: '李代表', phone: '13900000001' })],
      [newHousehold({ phone })],
    ])
      await staff.call(signatureApi.signOnPaper, {
        params: { id },
        body: { sheetKey: await world.sheet(staff, 'twice'), households },
      })
    expect(await signs(id)).toEqual([
      '第1、3户联系电话相同，请核实是否代签。',
      '签名表照片（第3户）与本项目另一张签名表是同一张，请核对原件。',
      '第2户为牵头人本户，请核实。',
    ])
  })

  it('finds a number under another head in another project of the sub-district', async () => {
    const [first, second] = [await world.project(world.units.neighbour, '修桥'), await world.project()]
    const phone = '13655556666'
    const sign = async (by: typeof staff, id: number, head: string, at: string) => {
      const body = { household: newHousehold({ head, phone }), ink: writtenBy(id), deviceAt: at, actKey: randomUUID() }
      return by.call(signatureApi.signFaceToFace, { params: { id }, body })
    }
    const { id: taken } = await sign(world.people.neighbourStaff, first, '张甲', '2023-09-20T10:00:00Z')
    await sign(staff, second, '张乙', '2023-09-20T10:05:00Z')
    expect(await signs(second)).toEqual(['第1户的联系电话在“修桥”中是张甲户的，请核实是否代签。'])
    await world.people.neighbourStaff.call(signatureApi.takeBackSignature, {
      params: { id: taken },
      body: { reason: '登记有误' },
    })
    expect(await signs(second)).toEqual([])
  })

  it('finds signatures that came within seconds on one telephone, and a signing member’s own household', async () => {
    const id = await world.project()
    const signer = { memberIds: [await world.member('周党员')], sheetKey: await world.sheet(lead) }
    await lead.call(signatureApi.addBackings, { params: { id }, body: signer })
    for (const [n, household] of [newHousehold(), newHousehold({ head: '周党员' })].entries()) {
      const deviceAt = `2023-09-21T10:00:0${n}Z`
      const body = { household, ink: writtenBy(id * 10 + n), deviceAt, actKey: randomUUID() }
      await lead.call(signatureApi.signFaceToFace, { params: { id }, body })
    }
    expect(await signs(id)).toEqual([
      '第1、2户当面签名前后相隔不到10秒，请核实是否各户本人所签。',
      '第2户户主与签名的党员、代表周党员同名，请核实是否其本户。',
    ])
  })

  it('no longer counts what was taken back', async () => {
    const id = await world.project()
    const phone = '13812312399'
    const body = { sheetKey: await world.sheet(staff), households: [1, 2].map(() => newHousehold({ phone })) }
    const { ids } = await staff.call(signatureApi.signOnPaper, { params: { id }, body })
    expect(await signs(id)).toHaveLength(1)
    await staff.call(signatureApi.takeBackSignature, { params: { id: ids[0]! }, body: { reason: '登记有误' } })
    expect(await signs(id)).toEqual([])
  })
})
