import type { Actor } from '#kernel/access/index.ts'
import { maskPhone } from '#kernel/forms/shared/index.ts'
import { containing, type Db, sql } from '#platform/db/index.ts'
import { accountOfMember, leftFen } from '../money/left.ts'
import { checksSignatures, isStaffOf, worksOn } from '../permissions.ts'
import type { Project } from '../project/load.ts'
import type { Backing, SignatureRow, Way } from '../shared/api/signatures.ts'
import { type Ink, inkPath, signingStates } from '../shared/index.ts'
import { seesAllowances } from './permissions.ts'

type HouseholdRow = { householdId: number; head: string; door: string; phone: string | null }
/** What of a household its reader may have: everything, all but the middle of the number, or the name alone. */
export type Sight = 'full' | 'work' | 'name'

/** Numbers are for the village's own staff and the checker; who collects needs to find the door. */
export const sightOf = (actor: Actor, project: Project): Sight => {
  if (isStaffOf(actor, project) || checksSignatures(actor, project)) return 'full'
  return worksOn(actor, project) ? 'work' : 'name'
}

const shown = ({ householdId, head, door, phone }: HouseholdRow, sight: Sight) => ({
  id: householdId,
  head,
  door: sight === 'name' ? null : door,
  phone: sight === 'full' || phone === null ? phone : maskPhone(phone),
})

/** Everything about who signed for a project, as far as this reader may see it. */
export const presentSignatures = async (db: Db, actor: Actor, project: Project) => {
  const sight = sightOf(actor, project)
  const works = worksOn(actor, project) && signingStates.includes(project.state)
  const [signatures, backings] = [await signaturesOf(db, project.id), await backingsOf(db, project)]
  const allowances = seesAllowances(actor, project)
  const links = works ? await openLinks(db, project.id) : []
  return {
    title: project.title,
    state: project.state,
    households: signatures.filter(({ takenBackAt }) => takenBackAt === null).length,
    minHouseholds: project.programme.minHouseholds,
    signatures: signatures.map(row => presentSignature(row, sight)),
    backings: backings.map(({ phone, way, enteredBy, at, sheetKey, ...member }) => ({
      ...{ way, enteredBy, at, sheetKey: sight === 'full' ? sheetKey : null },
      member: {
        ...member,
        phone: sight === 'full' || phone === null ? phone : maskPhone(phone),
        leftFen: allowances ? member.leftFen : null,
      },
    })),
    members: works ? await membersLeft(db, project) : [],
    links: links.map(({ id, expiresAt, ...row }) => ({ id, expiresAt, household: shown(row, sight) })),
    permissions: { sign: works, check: checksSignatures(actor, project) },
  }
}

type Row = HouseholdRow & {
  id: number
  no: number | null
  way: Way
  enteredBy: string | null
  at: string
  deviceAt: string | null
  ink: Ink | null
  sheetKey: string | null
  takenBackAt: string | null
  takenBackReason: string | null
}

const signaturesOf = async (db: Db, projectId: number): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select s.id, case when s.taken_back_at is null
        then (row_number() over (partition by s.taken_back_at is null order by s.id))::int end as no,
      s.household_id as "householdId", h.head, h.door, h.phone, s.way, e.name as "enteredBy", s.at,
      case when abs(extract(epoch from s.at - s.device_at)) > 3600 then s.device_at end as "deviceAt", s.ink,
      f.key as "sheetKey", s.taken_back_at as "takenBackAt", s.taken_back_reason as "takenBackReason"
    from micro.signature s join micro.household h on h.id = s.household_id
    left join access.account a on a.id = s.entered_by left join units.person e on e.id = a.person_id
    left join micro.sheet t on t.id = s.sheet_id left join files.file f on f.id = t.file_id
    where s.project_id = ${projectId} order by s.taken_back_at is not null, s.id`.execute(db)
  return rows
}

/** Strokes and sheets are personal too: who only follows a project gets neither. */
const presentSignature = (row: Row, sight: Sight): SignatureRow => ({
  id: row.id,
  no: row.no,
  household: shown(row, sight),
  way: row.way,
  enteredBy: row.enteredBy,
  at: row.at,
  deviceAt: row.deviceAt,
  ink: row.ink && sight !== 'name' ? inkPath(row.ink) : null,
  sheetKey: sight === 'full' ? row.sheetKey : null,
  takenBack: row.takenBackAt ? { at: row.takenBackAt, reason: row.takenBackReason! } : null,
})

type MemberRow = { id: number; name: string; party: boolean; representative: boolean; leftFen: number | null }

const backingsOf = async (db: Db, project: Project) => {
  const { rows } = await sql<
    MemberRow & Pick<Backing, 'way' | 'sheetKey' | 'enteredBy' | 'at'> & { phone: string | null }
  >`
    select m.id, m.name, m.party, m.representative, m.phone, b.way, f.key as "sheetKey", e.name as "enteredBy", b.at,
      ${leftFen(project)} as "leftFen"
    from micro.backing b join micro.member m on m.id = b.member_id ${accountOfMember(project)}
    left join access.account w on w.id = b.entered_by left join units.person e on e.id = w.person_id
    left join micro.sheet t on t.id = b.sheet_id left join files.file f on f.id = t.file_id
    where b.project_id = ${project.id} order by m.party desc, m.id`.execute(db)
  return rows
}

const membersLeft = async (db: Db, project: Project): Promise<MemberRow[]> => {
  const { rows } = await sql<MemberRow>`
    select m.id, m.name, m.party, m.representative, ${leftFen(project)} as "leftFen"
    from micro.member m ${accountOfMember(project)}
    where m.village_id = ${project.villageId} and m.active
      and not exists (select from micro.backing b where b.project_id = ${project.id} and b.member_id = m.id)
    order by m.party desc, m.id limit 500`.execute(db)
  return rows
}

const openLinks = async (db: Db, projectId: number) => {
  const { rows } = await sql<HouseholdRow & { id: number; expiresAt: string }>`
    select l.id, l.expires_at as "expiresAt", h.id as "householdId", h.head, h.door, h.phone
    from micro.signing_link l join micro.household h on h.id = l.household_id
    where l.project_id = ${projectId} and l.used_at is null and l.revoked_at is null and l.expires_at > app.now()
    order by l.id`.execute(db)
  return rows
}

/** Households of the project's own village by name, door or the end of the number, and how they have signed. */
export const searchHouseholds = async (db: Db, actor: Actor, project: Project, words: string) => {
  const { rows } = await sql<HouseholdRow & { signed: Way | null }>`
    select h.id as "householdId", h.head, h.door, h.phone, s.way as signed from micro.household h
    left join micro.signature s on s.household_id = h.id and s.project_id = ${project.id} and s.taken_back_at is null
    where h.village_id = ${project.villageId} and h.struck_at is null and (${words} = '' or h.head like ${containing(words)}
      or h.door like ${containing(words)} or right(h.phone, 4) = ${words} or h.phone = ${words})
    order by h.head, h.id limit 20`.execute(db)
  return rows.map(({ signed, ...row }) => ({ ...shown(row, sightOf(actor, project)), signed }))
}
