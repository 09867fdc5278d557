import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Brief, Completion, Programme, State } from '../shared/index.ts'

/** A project as every verb needs it, with the programme it runs under. */
export type Project = {
  id: number
  code: string
  programmeId: number
  programme: Programme
  districtId: number
  districtName: string
  /** Path of the village, so that the posts above reach it. */
  unitPath: string
  villageId: number
  villageName: string
  leadId: number
  leadName: string
  leadPhone: string | null
  leadAccountId: number | null
  /** The person that the lead's account belongs to: he approves nothing of his own. */
  leadPersonId: number | null
  /** The village's secretary leads it: known by the account, for a member without one by the name. */
  secretaryLeads: boolean
  /** Nobody holds the post of the village's secretary today. */
  secretaryVacant: boolean
  title: string
  place: string
  organiser: 'members' | 'village' | 'district'
  brief: Partial<Brief>
  state: State
  revision: number
  round: number
  askedFen: number
  approvedFen: number | null
  spentFen: number
  completion: Completion | null
  acceptance: { text: string } | null
  noticeId: number | null
  postedOn: string | null
  mayAcceptOn: string | null
  createdBy: number | null
}

const secretaries = sql`units.post q join units.post_holder h on h.post_id = q.id and h.until is null
  join units.person n on n.id = h.person_id
  where q.unit_id = p.village_id and q.active and 'secretary' = any(q.roles)`

const select = sql`
  select p.id, p.code, p.programme_id as "programmeId", g.content as programme, g.unit_id as "districtId",
    d.name as "districtName", v.path as "unitPath", p.village_id as "villageId", v.name as "villageName",
    p.lead_id as "leadId", m.name as "leadName", m.phone as "leadPhone", m.account_id as "leadAccountId",
    a.person_id as "leadPersonId", exists (select from ${secretaries} and (n.id = a.person_id
      or m.account_id is null and n.name = m.name)) as "secretaryLeads",
    not exists (select from ${secretaries}) as "secretaryVacant", p.title, p.place, p.organiser, p.brief, p.state, p.revision,
    (select count(*)::int from micro.step s where s.project_id = p.id and s.outcome = 'return') as round,
    p.asked_fen as "askedFen", p.approved_fen as "approvedFen", p.spent_fen as "spentFen", p.completion, p.acceptance,
    p.notice_id as "noticeId", p.posted_on as "postedOn", p.may_accept_on as "mayAcceptOn", p.created_by as "createdBy"
  from micro.project p join micro.programme g on g.id = p.programme_id join units.unit d on d.id = g.unit_id
  join units.unit v on v.id = p.village_id join micro.member m on m.id = p.lead_id
  left join access.account a on a.id = m.account_id`

/** @param lock keeps others from changing it until the transaction ends */
export const findProject = async (db: Db, id: number, lock = false): Promise<Project | undefined> => {
  const { rows } = await sql<Project>`${select} where p.id = ${id} ${lock ? sql`for update of p` : sql``}`.execute(db)
  return rows[0]
}

export const findProjectByCode = async (db: Db, code: string): Promise<Project | undefined> => {
  const { rows } = await sql<Project>`${select} where p.code = ${code}`.execute(db)
  return rows[0]
}

/**
 * Nobody says yes to what he has not seen: a page that was opened before the last change is told so.
 * @param seen what the page showed; without it what stands now is meant
 * @throws Problem 409 `version.conflict`
 */
export const requireSeen = ({ title, revision }: Project, seen: number | undefined): void => {
  if (seen !== undefined && seen !== revision)
    throw refuse('version.conflict', `“${title}”在您打开页面以后有改动，请看过现在的内容再办理。`, {
      current: { revision, title },
    })
}

/** Marks a change, so that another page that had the old one open is told when it saves. */
export const touch = (tx: Tx, id: number) =>
  sql`update micro.project set revision = revision + 1, changed_at = app.now() where id = ${id}`.execute(tx)
