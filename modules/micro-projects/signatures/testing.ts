import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { addUnit } from '#kernel/units/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { type Ink, programmeSchema, type State, signatureApi } from '../shared/index.ts'
import { signatureRoutes } from './routes.ts'

/** Strokes as no other seed has them. */
export const writtenBy = (seed: number): Ink => {
  let state = seed * 2654435761 + 97
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
  const on = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)))
  return Array.from({ length: 24 }, (_, stroke) => {
    const [x, y, dx, dy] = [60 + stroke * 35, 60 + random() * 350, random() * 200 - 80, random() * 320 - 160]
    return Array.from({ length: 6 }, (_, at) => [
      on(x + (dx * at) / 5, 1000),
      on(y + (dy * at) / 5, 500),
      stroke * 200 + at * 20,
    ])
  })
}

/** A sub-district with two villages that runs Hehua's programme, and everybody who has to do with its signatures. */
export const signingWorld = async (db: Db) => {
  const server = testApi(db, signatureRoutes)
  const units = await inTransaction(db, async tx => {
    const county = await addUnit(tx, { name: '示例县', kind: 'county' })
    const district = await addUnit(tx, { name: '示例街道', kind: 'township', parentId: county })
    const village = await addUnit(tx, { name: '东村', kind: 'village', parentId: district })
    const neighbour = await addUnit(tx, { name: '西村', kind: 'village', parentId: district, sortNo: 2 })
    const otherDistrict = await addUnit(tx, { name: '邻街道', kind: 'township', parentId: county, sortNo: 2 })
    return { district, village, neighbour, otherDistrict }
  })
  const post = (unitId: number, role: Parameters<typeof server.signedIn>[0]['roles'][number]) =>
    server.signedIn({ unitId, roles: [role] })
  const people = {
    lead: await post(units.village, 'representative'),
    villager: await post(units.village, 'representative'),
    staff: await post(units.village, 'village-staff'),
    secretary: await post(units.village, 'secretary'),
    neighbourStaff: await post(units.neighbour, 'village-staff'),
    office: await post(units.district, 'party-office'),
    finance: await post(units.district, 'finance'),
    otherOffice: await post(units.otherDistrict, 'party-office'),
    stranger: await post(units.otherDistrict, 'recommender'),
  }
  const file = readFileSync(new URL('../programme/plans/hehua-2023.yaml', import.meta.url), 'utf8')
  const content = programmeSchema.parse(parse(file))
  const { programmeId, leads } = await inTransaction(db, async tx => {
    const member = async (villageId: number, name: string, phone: string, accountId: number | null) => {
      const { rows } = await sql<{ id: number }>`
        insert into micro.member (village_id, name, phone, party, representative, account_id)
        values (${villageId}, ${name}, ${phone}, true, true, ${accountId}) returning id`.execute(tx)
      return rows[0]!.id
    }
    const { rows } = await sql<{ id: number }>`insert into micro.programme (unit_id, slug, year, content)
      values (${units.district}, 'test-2023', 2023, ${JSON.stringify(content)}::jsonb) returning id`.execute(tx)
    const leads = {
      [units.village]: await member(units.village, '李代表', '13900000001', people.lead.ids.accountId),
      [units.neighbour]: await member(units.neighbour, '周代表', '13900000002', null),
    }
    return { programmeId: rows[0]!.id, leads }
  })
  const project = async (villageId = units.village, title = '修渠'): Promise<number> => {
    const { rows } = await sql<{ id: number }>`
      insert into micro.project (code, programme_id, village_id, lead_id, title)
      values (${String(randomInt(1e7, 1e8))}, ${programmeId}, ${villageId}, ${leads[villageId]!}, ${title})
      returning id`.execute(db)
    return rows[0]!.id
  }
  const setState = (id: number, state: State) =>
    sql`update micro.project set state = ${state} where id = ${id}`.execute(db)
  const member = async (name: string): Promise<number> => {
    const { rows } = await sql<{ id: number }>`
      insert into micro.member (village_id, name, party, representative)
      values (${units.village}, ${name}, true, false) returning id`.execute(db)
    return rows[0]!.id
  }
  return {
    ...server,
    member,
    units,
    people,
    project,
    setState,
    leads,
    sheet: (by: TestClient, of?: string) => sheetPhoto(db, by, of),
  }
}

/** The photograph of a sheet, as an upload leaves it. @param of what is on it: the same words are the same picture */
export const sheetPhoto = async (db: Db, by: TestClient, of: string = randomUUID()): Promise<string> => {
  const key = randomUUID()
  await sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
    values (${key}, encode(sha256(convert_to(${of}, 'UTF8')), 'hex'), 'sheet.jpg', 'image/jpeg', 90000, ${by.ids.unitId},
      ${`account:${by.ids.accountId}`})`.execute(db)
  return key
}

let count = 0
/** A made-up household, another at each call. */
export const newHousehold = (over: Partial<{ head: string; door: string; phone: string | null }> = {}) => {
  count += 1
  return { head: `户主${count}`, door: `3组${count}号`, phone: `138${String(20000000 + count)}`, ...over }
}

/** Signs face to face for so many new households, a minute each. @returns what was sent, with what came back */
export const signMany = async (by: TestClient, projectId: number, many: number) => {
  const signed = []
  for (let at = 0; at < many; at++) {
    const household = newHousehold()
    const deviceAt = new Date(Date.now() - 60_000 * (many - at)).toISOString()
    const body = { household, ink: writtenBy(count), deviceAt, actKey: randomUUID() }
    const { id } = await by.call(signatureApi.signFaceToFace, { params: { id: projectId }, body })
    signed.push({ id, ...household })
  }
  return signed
}
