import type { Api } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import { documentFile } from '#kernel/documents/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { attachment } from '#platform/http/index.ts'
import { followsProgramme } from '../permissions.ts'
import { findProgramme, type RunningProgramme } from '../programme/queries.ts'
import { microPaperApi } from '../shared/index.ts'
import { withDemoBanner } from './demo-banner.ts'
import { type Decided, type MeetingRecord, meetingRecord } from './meeting-record.ts'

type Held = Pick<MeetingRecord, 'heldOn' | 'attendees' | 'resolution'>

const findHeld = async (db: Db, programmeId: number, id: number): Promise<Held | undefined> => {
  const { rows } = await sql<Held>`
    select held_on as "heldOn", attendees, resolution from micro.meeting
    where id = ${id} and programme_id = ${programmeId}`.execute(db)
  return rows[0]
}

/** A meeting with the year's programme that it belongs to. */
const load = async ({ db, params }: { db: Db; params: { id: number; meeting: number } }) => {
  const programme = await findProgramme(db, params.id)
  const held = programme && (await findHeld(db, programme.id, params.meeting))
  return held && { ...programme, held }
}

const decidedAt = async (db: Db, meetingId: number): Promise<Decided[]> => {
  const { rows } = await sql<Decided>`
    select v.name as "villageName", p.title, m.name as "leadName", coalesce(p.approved_fen, 0) as "approvedFen",
      s.outcome = 'pass' as passed, s.comment
    from micro.step s join micro.project p on p.id = s.project_id join units.unit v on v.id = p.village_id
    join micro.member m on m.id = p.lead_id where s.meeting_id = ${meetingId} order by v.sort_no, v.id, s.id`.execute(
    db,
  )
  return rows
}

const recordOf = async (db: Db, { programme, held }: RunningProgramme & { held: Held }, meetingId: number) =>
  meetingRecord({
    ...{ body: programme.meetingBody, programme: programme.title },
    ...held,
    projects: await decidedAt(db, meetingId),
  })

/** A meeting's record as a file; that it was taken out stands on record. */
export const meetingPaperRoutes = (api: Api): void =>
  api.handle(microPaperApi.downloadMeeting, {
    load,
    allow: followsProgramme,
    act: async ({ actor, db, loaded, params: { meeting, format } }) => {
      const document = await withDemoBanner(db, await recordOf(db, loaded, meeting))
      const name = safeName(`会议记录-${loaded.unitName}-${loaded.held.heldOn}`, format)
      const response = attachment({ ...(await documentFile(document, format)), name })
      await recordTaking(db, actor, {
        action: 'micro.meeting.paper',
        subjectKind: 'micro.meeting',
        subjectId: meeting,
        detail: { format },
      })
      return response
    },
  })
