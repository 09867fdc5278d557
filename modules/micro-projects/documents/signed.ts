import { maskPhone } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { memberAsOf } from '../programme/members.ts'

/** Telephones in full for whoever collects and checks signatures, half hidden for everyone else. */
export type Numbers = 'full' | 'masked'

export const numberFor = (numbers: Numbers, phone: string | null): string =>
  phone === null ? '' : numbers === 'full' ? phone : maskPhone(phone)

type Signer = { name: string; phone: string | null }
type Backer = Signer & { party: boolean }

/**
 * The signature sheet of 附件1 with its totals: members on the left, households two in a row. Whoever is both a party
 * member and a representative is counted once, as a party member (R004-01).
 */
export const signatureSheet = async (db: Db, projectId: number, numbers: Numbers) => {
  const backers = await backersOf(db, projectId)
  const households = await householdsOf(db, projectId)
  const count = Math.max(backers.length, Math.ceil(households.length / 2))
  const phone = (signer: Signer | undefined) => numberFor(numbers, signer?.phone ?? null)
  const signatures = Array.from({ length: count }, (_, index) => {
    const [left, right] = [households[2 * index], households[2 * index + 1]]
    const backer = backers[index]
    return {
      representative: [backer?.name ?? '', phone(backer)].join(' ').trim(),
      ...{ household1: left?.name ?? '', phone1: phone(left) },
      ...{ household2: right?.name ?? '', phone2: phone(right) },
    }
  })
  const partyMembers = backers.filter(({ party }) => party).length
  const representatives = backers.length - partyMembers
  return { signatures, partyMembers, representatives, households: households.length }
}

/** As the list named them when the application was handed in. */
const backersOf = async (db: Db, projectId: number): Promise<Backer[]> => {
  const { rows } = await sql<Backer>`
    select said ->> 'name' as name, said ->> 'phone' as phone, (said ->> 'party')::boolean as party
    from micro.backing b join micro.project p on p.id = b.project_id join micro.member m on m.id = b.member_id,
      ${memberAsOf(sql`p.submitted_at`)}
    where b.project_id = ${projectId} order by b.at, m.id`.execute(db)
  return rows
}

const householdsOf = async (db: Db, projectId: number): Promise<Signer[]> => {
  const { rows } = await sql<Signer>`
    select h.head as name, h.phone from micro.signature s join micro.household h on h.id = s.household_id
    where s.project_id = ${projectId} and s.taken_back_at is null order by s.id`.execute(db)
  return rows
}
