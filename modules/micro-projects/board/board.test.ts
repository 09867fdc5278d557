import { expect, it } from 'vitest'
import { testApi } from '#kernel/access/testing.ts'
import { countQueries, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { addTestMember, addTestProject, testPurse } from '../money/testing.ts'
import { boardApi } from '../shared/index.ts'
import { boardRoutes } from './routes.ts'

const { db } = await testDatabase()
const purse = await testPurse(db, 1)
const { signedIn } = testApi(db, boardRoutes)
const office = await signedIn({ unitId: purse.districtId, roles: ['party-office'] })
const staff = await signedIn({ unitId: purse.villageId, roles: ['village-staff'] })
const neighbour = await signedIn({ unitId: purse.otherId, roles: ['village-staff'] })
const stranger = await signedIn({ unitId: purse.districtId, roles: ['checker'] })

const signers = purse.memberIds
const paid = await addTestProject(db, purse, {
  signers,
  state: 'paid',
  spentFen: 20_000,
  askedFen: 25_000,
  title: '路肩',
})
const asked = await addTestProject(db, purse, { signers, state: 'meeting', askedFen: 10_000 })
await addTestProject(db, purse, { signers, state: 'withdrawn', askedFen: 99_000 })
await sql`
  update micro.project set completion = '{"participants": 12}', approved_fen = 24000 where id = ${paid}`.execute(db)
// Its amount is fixed, and no meeting has agreed to it yet.
await sql`update micro.project set approved_fen = 9000 where id = ${asked}`.execute(db)
await sql`
  insert into micro.payment (project_id, fen, voucher, payee, paid_on)
  values (${paid}, 20000, '记-1', '示例村', '2023-11-01')`.execute(db)
const next = [await addTestMember(db, purse.otherId, '邻村党员')]
await addTestProject(db, { ...purse, villageId: purse.otherId }, { signers: next, state: 'draft', askedFen: 7_000 })

const board = (client: typeof office) => client.call(boardApi.getBoard, {})
const standing = (counts: Record<string, number>) => Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))

it('counts works by state, money and villages, without what came to nothing', async () => {
  const { counts, people, money, villages, programme } = await board(office)
  expect({ counts: standing(counts), people, money, programme }).toEqual({
    counts: { paid: 1, meeting: 1, draft: 1 },
    people: 12,
    money: { askedFen: 42_000, approvedFen: 24_000, spentFen: 20_000, paidFen: 20_000 },
    programme: { title: '党员微服务、群众大满意', year: 2023 },
  })
  expect(villages.map(({ name, projects, finished }) => [name, projects, finished])).toEqual([['示例村', 2, 1]])
})

it('shows a village its own and nothing of its neighbour', async () => {
  expect(standing((await board(staff)).counts)).toEqual({ paid: 1, meeting: 1 })
  expect(standing((await board(neighbour)).counts)).toEqual({ draft: 1 })
})

it('shows works with a picture that may be shown, and only those', async () => {
  expect((await board(office)).newest).toEqual([])
  await sql`
    with f as (insert into files.file (key, sha256, name, mime, bytes, uploaded_by)
      values ('k', repeat('0', 64), 'a.jpg', 'image/jpeg', 1, 'test') returning id)
    insert into micro.picture (project_id, part, file_id, privacy)
    select ${paid}, part, f.id, privacy from f,
      (values ('before', null), ('after', 'none')) as given(part, privacy)`.execute(db)
  const { newest } = await board(office)
  const seen = newest.map(({ title, beforeId, afterId }) => [title, beforeId, typeof afterId])
  expect(seen).toEqual([['路肩', null, 'number']])
})

it('is for posts of micro-projects', async () => {
  await expect(board(stranger)).rejects.toMatchObject({ status: 403 })
})

it('asks the same number of statements however much there is', async () => {
  const few = (await countQueries(db, () => board(office))).count
  for (let n = 0; n < 12; n += 1) await addTestProject(db, purse, { signers, state: 'building' })
  expect((await countQueries(db, () => board(office))).count).toBe(few)
})
