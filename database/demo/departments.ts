import { addUnit } from '#kernel/units/index.ts'
import { vetApi } from '#modules/selection/shared/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import type { Client } from '#platform/http/index.ts'
import { goTo } from './clock.ts'
import type { House, Stage } from './house.ts'
import { actorNamed, departmentPeople, settle } from './people.ts'

type Vetting = { params: Stage; query: { submissionId?: number } }

/** The city asks the police, who answer in the desk, and the discipline office, whose stamped sheet comes on paper. */
export const askAndAnswer = async (db: Db, house: House, params: Stage, scan: string): Promise<void> => {
  const clerk = await house.as('city-clerk')
  const at: Vetting = { params, query: {} }
  await clerk.call(vetApi.askDepartments, { ...at, body: { letterNo: '示三文明函〔2026〕5号' } })
  const { unitId } = await actorNamed(db, 'city-clerk')
  const police = await entrust(db, clerk, at, { parentId: unitId!, unit: '市公安局', login: 'police', person: '高原' })
  await goTo(db, '2026-04-17')
  await answer(await house.as('police'), police)
  const paper = await requestTo(clerk, at, 'discipline')
  await clerk.call(vetApi.enterPaper, {
    ...at,
    body: { fileKey: scan, sheets: [{ requestId: paper, sealedOn: '2026-04-17', objections: [] }] },
  })
}

/** A district asks its departments about its own list; the police have not answered yet. */
export const askInDistrict = async (db: Db, house: House, at: Vetting, district: { id: number; name: string }) => {
  const clerk = await house.as('district-clerk')
  await clerk.call(vetApi.askDepartments, { ...at, body: { dueOn: '2026-05-25' } })
  await entrust(db, clerk, at, {
    ...{ parentId: district.id, unit: `${district.name}公安分局` },
    ...{ login: 'district-police', person: '林志远' },
  })
}

type Recipient = { parentId: number; unit: string; login: string; person: string }

/** Names the police's unit as the one that answers for them. @returns the request */
const entrust = async (db: Db, clerk: Client, at: Vetting, { parentId, unit, login, person }: Recipient) => {
  const unitId = (await known(db, parentId, unit)) ?? (await addDepartment(db, parentId, unit))
  await settle(db, unitId, departmentPeople(login, person))
  const id = await requestTo(clerk, at, 'police')
  await clerk.call(vetApi.setRecipient, { params: { id }, body: { unitId } })
  return id
}

const known = async (db: Db, parentId: number, name: string): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    select id from units.unit where parent_id = ${parentId} and name = ${name}`.execute(db)
  return rows[0]?.id
}

const addDepartment = (db: Db, parentId: number, name: string): Promise<number> =>
  inTransaction(db, tx => addUnit(tx, { name, kind: 'direct', parentId, sortNo: 90 }))

const requestTo = async (clerk: Client, at: Vetting, department: string): Promise<number> => {
  const { departments } = await clerk.call(vetApi.getVetting, at)
  return departments.find(({ key }) => key === department)!.requestId!
}

/** 无异议 about everyone. */
const answer = async (vetter: Client, id: number): Promise<void> => {
  const { names } = await vetter.call(vetApi.getRequest, { params: { id } })
  const opinions = names.map(({ nominationId }) => ({ nominationId, opinion: 'none' as const }))
  await vetter.call(vetApi.saveOpinions, { params: { id }, body: { opinions } })
  await vetter.call(vetApi.answerRequest, { params: { id } })
}
