import { spokenCode } from '#kernel/documents/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Project } from '../project/load.ts'
import { isMark, type ProblemFinding, shapesNear } from '../shared/index.ts'
import { callBackCounts } from './call-back.ts'
import {
  type Backer,
  backersHouseholds,
  type Elsewhere,
  equalStrokes,
  hurried,
  linksTogether,
  type Numbered,
  type NumberedSheet,
  numberedSheets,
  numbersElsewhere,
  ownHousehold,
  type ReusedSheet,
  reusedSheets,
  type Sign,
  type SignedHousehold,
  sameHouse,
  sharedNumbers,
  strokesElsewhere,
  unnumberedSheets,
} from './signs.ts'

type Checked = Pick<Project, 'id' | 'programme'>
type OfDistrict = Pick<Project, 'id' | 'districtId'>

/** R004-02: what keeps a project from going on. Signs of proxy signing are the checker's alone: {@link proxySigns}. */
export const signatureFindings = async (db: Db, { id, programme }: Checked): Promise<ProblemFinding[]> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from micro.signature where project_id = ${id} and taken_back_at is null`.execute(db)
  const [{ n }, least] = [rows[0]!, programme.minHouseholds]
  if (n >= least) return []
  const message = `关联群众户签名${n}户，不少于${least}户。`
  return [{ path: 'signatures', severity: 'block', rule: 'R004-02', message }]
}

/**
 * R004-03: everything that looks as if somebody signed for others, one house that stands twice (R004-02), and whom there
 * is left to call. Never shown to the village.
 */
export const proxySigns = async (
  db: Db,
  project: Checked & OfDistrict & Pick<Project, 'leadId' | 'leadName' | 'leadPhone'>,
): Promise<Sign[]> => {
  const signed = await signedHouseholds(db, project.id)
  const { open, drawn } = await callBackCounts(db, project.id)
  const reused = await sheetsReused(db, project.id)
  const said = `抽中回访的${drawn}户中还有${open}户未登记结果。`
  return [
    ...sharedNumbers(signed),
    ...numbersElsewhere(signed, await sameNumbers(db, project, signed)),
    ...hurried(signed, project.programme.signingSeconds),
    ...linksTogether(signed),
    ...sameHouse(signed),
    ...equalStrokes(signed),
    ...strokesElsewhere(signed, await strokesNear(db, project, signed)),
    ...reusedSheets(signed, reused),
    ...numberedSheets(signed, await sheetsNumbered(db, project.id, reused)),
    ...unnumberedSheets(signed, await sheetsUnnumbered(db, project.id)),
    ...ownHousehold(signed, { name: project.leadName, phone: project.leadPhone }),
    ...backersHouseholds(signed, await otherBackers(db, project)),
    ...(open > 0 ? [{ severity: 'warning' as const, rule: 'R004-03', message: said }] : []),
  ]
}

const signedHouseholds = async (db: Db, projectId: number): Promise<SignedHousehold[]> => {
  const { rows } = await sql<SignedHousehold>`
    select (row_number() over (order by s.id))::int as no, s.household_id as "householdId", h.head, h.door, h.phone, s.ink,
      s.sheet_id as "sheetId", case s.way when 'face' then s.entered_by end as "collectedBy",
      case s.way when 'face' then coalesce(s.device_at, s.at) end as "writtenAt",
      s.signed_from as "signedFrom", s.signed_in_as is not null or exists (
        select from micro.signing_link l where l.project_id = s.project_id and l.issued_from = s.signed_from
      ) as "atIssuer"
    from micro.signature s join micro.household h on h.id = s.household_id
    where s.project_id = ${projectId} and s.taken_back_at is null order by s.id`.execute(db)
  return rows
}

/** Households with one of these numbers under another head that signed another project of the sub-district. */
const sameNumbers = async (db: Db, { id, districtId }: OfDistrict, signed: SignedHousehold[]): Promise<Numbered[]> => {
  const phones = [...new Set(signed.flatMap(({ phone }) => phone ?? []))]
  if (phones.length === 0) return []
  const { rows } = await sql<Numbered>`
    select distinct on (h.phone, h.head) h.phone, h.head, p.title as "projectTitle"
    from micro.household h join micro.signature s on s.household_id = h.id and s.taken_back_at is null
    join micro.project p on p.id = s.project_id
    where h.district_id = ${districtId} and h.phone = any(${phones}::text[]) and s.project_id <> ${id}
      and not exists (select from micro.signature o
        where o.household_id = h.id and o.project_id = ${id} and o.taken_back_at is null)
    order by h.phone, h.head, s.id desc limit ${most}`.execute(db)
  return rows
}

const otherBackers = async (db: Db, { id, leadId }: Pick<Project, 'id' | 'leadId'>): Promise<Backer[]> => {
  const { rows } = await sql<Backer>`
    select m.name, m.phone from micro.backing b join micro.member m on m.id = b.member_id
    where b.project_id = ${id} and m.id <> ${leadId} order by m.id`.execute(db)
  return rows
}

/** At most so many signatures of other projects are compared stroke by stroke. */
const most = 500

/** Signatures of the sub-district's other projects that may be near-equal to one here, by their coarse shape. */
const strokesNear = async (db: Db, { id, districtId }: OfDistrict, signed: SignedHousehold[]): Promise<Elsewhere[]> => {
  const keys = new Set(signed.flatMap(({ ink }) => (ink && !isMark(ink) ? shapesNear(ink) : [])))
  if (keys.size === 0) return []
  const { rows } = await sql<Elsewhere>`
    select s.household_id as "householdId", s.ink, p.title as "projectTitle"
    from micro.signature s join micro.project p on p.id = s.project_id join micro.programme g on g.id = p.programme_id
    where s.ink_shape = any(${[...keys]}::text[]) and g.unit_id = ${districtId} and p.id <> ${id}
      and s.taken_back_at is null
    order by s.id desc limit ${most}`.execute(db)
  return rows
}

const sheetsReused = async (db: Db, projectId: number): Promise<ReusedSheet[]> => {
  const { rows } = await sql<ReusedSheet>`
    select distinct on (a.id) a.id as "sheetId", case when b.project_id <> a.project_id then p.title end as "projectTitle"
    from micro.sheet a join files.file f on f.id = a.file_id join files.file g on g.sha256 = f.sha256
    join micro.sheet b on b.file_id = g.id and b.id <> a.id join micro.project p on p.id = b.project_id
    where a.project_id = ${projectId} and (b.project_id <> a.project_id or b.id < a.id)
    order by a.id, b.id`.execute(db)
  return rows
}

/** Sheets of households by their printed numbers; one whose very photograph is used twice has been told of. */
const sheetsNumbered = async (db: Db, projectId: number, told: ReusedSheet[]): Promise<NumberedSheet[]> => {
  const { rows } = await sql<NumberedSheet>`
    select a.id as "sheetId", c.code, case when p.project_id <> ${projectId} then q.title end as "printedFor",
      min(a.id) over (partition by c.code) as "firstId"
    from micro.sheet a join micro.sheet_code c on c.sheet_id = a.id join micro.sheet_print p on p.code = c.code
    join micro.project q on q.id = p.project_id
    where a.project_id = ${projectId}
      and exists (select from micro.signature s where s.sheet_id = a.id and s.taken_back_at is null)
    order by a.id, c.code`.execute(db)
  return rows
    .filter(({ sheetId }) => !told.some(each => each.sheetId === sheetId))
    .map(row => ({ ...row, code: spokenCode(row.code) }))
}

const sheetsUnnumbered = async (db: Db, projectId: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select a.id from micro.sheet a where a.project_id = ${projectId} and a.read_at is not null
      and not exists (select from micro.sheet_code c where c.sheet_id = a.id)`.execute(db)
  return rows.map(({ id }) => id)
}
