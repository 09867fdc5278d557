import { randomUUID } from 'node:crypto'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { publicityRoutes } from '#kernel/publicity/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { scene } from './pictures/testing.ts'
import { addMember } from './programme/keep-members.ts'
import { shippedProgrammes } from './programme/shipped.ts'
import { startProgramme } from './programme/start.ts'
import { microRoutes } from './routes.ts'
import { projectApi, signatureApi } from './shared/index.ts'
import { newHousehold, sheetPhoto, writtenBy } from './signatures/testing.ts'

/** Hehua's programme with a telephone, as a sub-district starts it. */
export const programme = {
  ...shippedProgrammes().find(({ id }) => id === 'hehua-2023')!,
  supervisorPhone: '0731-80000000',
}

/**
 * A sub-district in the middle of its year, with a village and a person for each step.
 * @param countyId the county it belongs to, where there is one above
 */
export const microWorld = async (db: Db, countyId?: number) => {
  const server = testApi(db, microRoutes, publicityRoutes)
  const units = await inTransaction(db, async tx => {
    const district = await addUnit(tx, { name: '示例街道', kind: 'township', parentId: countyId ?? null })
    const village = await addUnit(tx, { name: '东村', kind: 'village', parentId: district })
    const neighbour = await addUnit(tx, { name: '西村', kind: 'village', parentId: district, sortNo: 2 })
    return { district, village, neighbour }
  })
  type Roles = Parameters<typeof server.signedIn>[0]['roles']
  const post = (unitId: number, ...roles: Roles) => server.signedIn({ unitId, roles })
  const { district, village, neighbour } = units
  const people = {
    lead: await post(village, 'representative'),
    staff: await post(village, 'village-staff'),
    secretary: await post(village, 'secretary'),
    committee: await post(village, 'village-committee'),
    stranger: await post(neighbour, 'village-staff'),
    office: await post(district, 'party-office'),
    officer: await post(district, 'objection-officer'),
    leader: await post(district, 'leader'),
    finance: await post(district, 'finance'),
    member: await post(district, 'organisation-member'),
  }
  const memberIds: number[] = []
  const programmeId = await inTransaction(db, async tx => {
    const both = { villageId: village, party: true, representative: true }
    const { accountId } = people.lead.ids
    memberIds.push(await addMember(tx, { ...both, name: '李代表', phone: '13900000001', accountId }))
    for (const name of [...'王张孙周吴郑冯陈褚卫蒋沈韩杨'].map(first => `${first}代表`))
      memberIds.push(await addMember(tx, { ...both, name, phone: null }))
    return startProgramme(tx, { id: 'test', name: '测试' }, district, programme)
  })
  const sheet = (by: TestClient) => sheetPhoto(db, by)
  return { ...server, units, people, memberIds, programmeId, sheet }
}
export type MicroWorld = Awaited<ReturnType<typeof microWorld>>

export const draft = {
  title: '修补村口路肩',
  place: '东村3组村口',
  organiser: 'members' as const,
  brief: {
    scale: '修补路肩30米',
    effect: '方便40户出行',
    funding: '街道服务群众专项经费',
    startsOn: '2023-10-08',
    finishesOn: '2023-10-20',
  },
  lines: [{ kind: 'material', item: '水泥', quantity: '10包', fen: 25_000 }],
}

/** A draft that lacks nothing: signed by members, the first three if not told otherwise, and households. @returns its id */
export const readyDraft = async (
  world: MicroWorld,
  over: Partial<typeof draft> = {},
  signers = world.memberIds.slice(0, 3),
): Promise<number> => {
  const { people, memberIds, programmeId } = world
  const { id } = await people.lead.call(projectApi.createProject, {
    body: { ...draft, ...over, programmeId, leadId: memberIds[0]! },
  })
  await people.lead.call(signatureApi.addBackings, {
    params: { id },
    body: { memberIds: signers, sheetKey: await world.sheet(people.lead) },
  })
  for (let n = 0; n < 6; n += 1) {
    const body = { household: newHousehold(), ink: writtenBy(id * 100 + n), actKey: randomUUID() }
    await people.lead.call(signatureApi.signFaceToFace, { params: { id }, body })
  }
  return id
}

type Chain = 'secretary' | 'office' | 'leader' | 'amount' | 'meeting'
const chain: Chain[] = ['secretary', 'office', 'leader', 'amount', 'meeting']

/** The office says what it found, since those who sign in a test do it all in a moment. */
const wordsAt = (step: Chain) => (step === 'office' ? '已核实。' : '')

/** Takes a ready draft through the chain, up to and with a step. */
export const passUpTo = async ({ people, programmeId }: MicroWorld, id: number, last: Chain): Promise<void> => {
  const at = { params: { id } }
  await people.lead.call(projectApi.submitProject, { ...at, body: {} })
  const who = { secretary: people.secretary, office: people.office, leader: people.leader, amount: people.finance }
  for (const step of chain.slice(0, chain.indexOf(last) + 1)) {
    if (step === 'office') await confirmCallBacks(people.office, id)
    if (step === 'meeting') await meet(people.member, programmeId, [id])
    else
      await who[step].call(projectApi.takeStep, {
        ...at,
        body: { step, outcome: 'pass', comment: wordsAt(step), ...(step === 'amount' && { fen: 25_000 }) },
      })
  }
}

/** Every household of the sample says that it signed. */
export const confirmCallBacks = async (office: TestClient, projectId: number): Promise<void> => {
  const { rows } = await office.call(signatureApi.listCallBacks, { query: { projectId } })
  for (const { id } of rows)
    await office.call(signatureApi.enterCallBack, { params: { id }, body: { outcome: 'confirmed', note: '' } })
}

/** A meeting on the day on which the last of its projects came to it. */
export const meet = async (member: TestClient, programmeId: number, projectIds: number[]) => {
  const seen = await Promise.all(projectIds.map(id => member.call(projectApi.getProject, { params: { id } })))
  const days = seen.flatMap(({ history }) => history.map(({ at }) => dayOf(at)))
  return member.call(projectApi.recordMeeting, {
    params: { id: programmeId },
    body: {
      heldOn: days.sort().at(-1) ?? '2023-09-15',
      attendees: '全体委员',
      resolution: '同意。',
      decisions: projectIds.map(projectId => ({ projectId, outcome: 'pass' as const })),
    },
  })
}

const dayOf = (at: string) =>
  Temporal.Instant.from(new Date(at).toISOString()).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()

const testFile = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ id: number }>`insert into files.file (key, sha256, name, mime, bytes, uploaded_by)
    values (gen_random_uuid()::text, md5(random()::text), 'a.jpg', 'image/jpeg', 1, 'test') returning id`.execute(db)
  return rows[0]!.id
}

/** Approved, built, with its pictures and receipts: what is left is to say so. @returns its id */
export const built = async (db: Db, world: MicroWorld, signers: number[]): Promise<number> => {
  const id = await readyDraft(world, {}, signers)
  await passUpTo(world, id, 'meeting')
  for (const part of ['before', 'after'])
    await sql`insert into micro.picture (project_id, part, file_id, privacy)
      values (${id}, ${part}, ${await testFile(db)}, 'none')`.execute(db)
  await sql`update micro.project set spent_fen = 24000 where id = ${id}`.execute(db)
  return id
}

/** Built and accepted by the sub-district today; its publicity is taken as read. @returns its id */
export const accepted = async (db: Db, world: MicroWorld, signers: number[]): Promise<number> => {
  const id = await built(db, world, signers)
  await sql`update micro.project set state = 'committee' where id = ${id}`.execute(db)
  const body = { step: 'committee' as const, outcome: 'pass' as const }
  await world.people.member.call(projectApi.takeStep, { params: { id }, body })
  return id
}

/** A picture of a place among a project's, as an upload leaves it; another seed is another place. */
export const pictureOf = (seed: number) => scene(seed)

/** Puts the business clock to ten in the morning of a day. */
export const onDay = (db: Db, day: string) =>
  sql`insert into app.clock (ahead) values (${`${day}T10:00:00+08:00`}::timestamptz - clock_timestamp())
    on conflict (only_row) do update set ahead = excluded.ahead`.execute(db)
