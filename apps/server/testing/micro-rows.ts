import { shippedProgrammes } from '#modules/micro-projects/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { pictureHash } from './contents.ts'
import type { Place } from './places.ts'
import { idOf } from './rows.ts'
import { householdPhone, memberPhone } from './secrets.ts'

/** The city's programme and a draft of the unit's that one household has signed, with something of every kind in it. */
export const microRows = async (db: Db, units: Record<Place, number>, key: string) => {
  const programme = await idOf(
    db,
    sql`insert into micro.programme (unit_id, slug, year, content)
      values (${units.city}, 'sample', 2017, ${JSON.stringify(shippedProgrammes()[0])}::jsonb) returning id`,
  )
  const member = await idOf(
    db,
    sql`insert into micro.member (village_id, name, party, representative)
      values (${units.own}, '党员', true, false) returning id`,
  )
  const project = await idOf(
    db,
    sql`insert into micro.project (code, programme_id, village_id, lead_id, title, state)
      values ('00000001', ${programme}, ${units.own}, ${member}, '修渠', 'office') returning id`,
  )
  await sql`insert into micro.backing (project_id, member_id, way) values (${project}, ${member}, 'paper')`.execute(db)
  const meeting = await idOf(
    db,
    sql`insert into micro.meeting (programme_id, held_on, attendees, resolution)
      values (${programme}, '2017-03-01', '全体委员', '同意。') returning id`,
  )
  return { programme, member, project, meeting, ...(await partsOf(db, units, project, key)) }
}

/** Households and their signatures, a picture and something bought. */
const partsOf = async (db: Db, units: Record<Place, number>, project: number, key: string) => {
  const household = await idOf(
    db,
    sql`insert into micro.household (district_id, village_id, head, door, phone)
      values (${units.city}, ${units.own}, '户主', '1号', ${householdPhone}) returning id`,
  )
  const signature = await idOf(
    db,
    sql`insert into micro.signature (project_id, household_id, way)
      values (${project}, ${household}, 'paper') returning id`,
  )
  const receipt = sql`(select id from files.file where key = ${key})`
  const picture = await idOf(
    db,
    sql`insert into files.file (key, sha256, name, mime, bytes, facts, unit_id, uploaded_by, kept_for)
      values ('picture-key', ${pictureHash}, '示例.jpg', 'image/jpeg', 1, '{"width": 64, "height": 48}', ${units.own},
        'account:0', 'micro-picture') returning id`,
  )
  return {
    ...{ household, signature },
    formerMember: await idOf(
      db,
      sql`insert into micro.member (village_id, name, phone, party, representative, active)
        values (${units.own}, '原代表', ${memberPhone}, false, true, false) returning id`,
    ),
    signingLink: await idOf(
      db,
      sql`insert into micro.signing_link (token_hash, project_id, household_id, expires_at)
        values ('x', ${project}, ${household}, app.now() + interval '1 day') returning id`,
    ),
    callBack: await idOf(db, sql`insert into micro.call_back (signature_id) values (${signature}) returning id`),
    picture: await idOf(
      db,
      sql`insert into micro.picture (project_id, part, file_id) values (${project}, 'before', ${picture}) returning id`,
    ),
    expense: await idOf(
      db,
      sql`insert into micro.expense (project_id, kind, item, fen, bought_on, receipt_id)
        values (${project}, 'material', '水泥', 100, '2017-03-01', ${receipt}) returning id`,
    ),
  }
}
