import { type Db, sql } from '#platform/db/index.ts'
import { paperHash } from './contents.ts'
import type { Place } from './places.ts'
import { objectionWords, objectorName, personal, vetReason } from './secrets.ts'

/** Runs an insert that returns its id. */
export const idOf = async (db: Db, query: ReturnType<typeof sql>): Promise<number> => {
  const { rows } = await query.execute(db)
  return (rows[0] as { id: number }).id
}

type Made = { campaign: number; reviewed: number; submission: number; nomination: number }

const runOf = (db: Db, campaign: number, kind: string) =>
  idOf(
    db,
    sql`select id from selection.stage_run where campaign_id = ${campaign} and kind = ${kind} order by seq limit 1`,
  )

/** What somebody of the public sent to a unit. */
const selfRecommended = (db: Db, { campaign, submission }: Made) =>
  idOf(
    db,
    sql`insert into selection.self_recommendation (receipt, campaign_id, submission_id, category, by_other, name,
        answers, reason, sender_name, sender_phone)
      values ('S-1', ${campaign}, ${submission}, 'fine-member', false, '赵五', '{}', '示例', '赵五', '13900000000')
      returning id`,
  )

/** Vetting, inspection, acts and honours of a campaign's nominee. */
export const stageRows = async (db: Db, made: Made) => {
  const { campaign, submission, nomination } = made
  await sql`insert into selection.pool_entry (stage_run_id, nomination_id, category)
    values (${await runOf(db, campaign, 'inspect')}, ${nomination}, 'fine-member'),
      (${await runOf(db, campaign, 'recommend')}, ${nomination}, 'fine-member')`.execute(db)
  return {
    vetRequest: await askedDepartment(db, await runOf(db, campaign, 'vet'), submission, nomination),
    honour: await idOf(
      db,
      sql`insert into selection.honour (register, number, category, title, year, level, subject, name, unit_name,
        campaign_id, nomination_id, granted_on) values ('示例', '1', 'fine-member', '示例', 2017, 'city', 'person', '张三', '解放区', ${campaign},
        ${nomination}, '2017-07-01') returning id`,
    ),
    earlierHonour: await idOf(
      db,
      sql`insert into selection.honour (register, number, title, year, level, subject, name, unit_name, granted_on)
        values ('焦作市“十佳百优”', '2015-1', '示例', 2015, 'city', 'person', '吴七', '示例局', '2015-07-01') returning id`,
    ),
    selfRecommendation: await selfRecommended(db, made),
    act: await idOf(
      db,
      sql`insert into selection.act (stage_run_id, kind, nomination_id, reason, basis)
        values (${await runOf(db, campaign, 'shortlist')}, 'remove', ${nomination}, '示例', '示例') returning id`,
    ),
  }
}

/** A department that objects, with its reason. */
const askedDepartment = async (db: Db, run: number, submission: number, nomination: number) => {
  const request = await idOf(
    db,
    sql`insert into selection.vet_request (stage_run_id, submission_id, department)
      values (${run}, ${submission}, 'discipline') returning id`,
  )
  await sql`insert into selection.vet_opinion (request_id, nomination_id, opinion, reason, channel, at)
    values (${request}, ${nomination}, 'objection', ${vetReason}, 'online', app.now())`.execute(db)
  return request
}

/** An expert and a nominee of the campaign that has a review. */
export const reviewRows = async (db: Db, { reviewed }: Made) => {
  const run = await runOf(db, reviewed, 'review')
  const reviewedNominee = await idOf(
    db,
    sql`insert into selection.nomination (campaign_id, category, subject, name, origin_unit_id, submission_id, unit_id,
        unit_order, state, answers)
      select s.campaign_id, 'member', 'person', '李四', s.unit_id, s.id, s.unit_id, s.unit_order, 'accepted',
        ${JSON.stringify({ name: '李四', ...personal })}::jsonb
      from selection.submission s where s.campaign_id = ${reviewed} order by s.id limit 1 returning id`,
  )
  await sql`insert into selection.pool_entry (stage_run_id, nomination_id, category)
    values (${run}, ${reviewedNominee}, 'member')`.execute(db)
  const expert = await idOf(
    db,
    sql`insert into selection.expert (stage_run_id, name, unit_name) values (${run}, '专家', '示例大学') returning id`,
  )
  return { reviewedNominee, expert }
}

const emptyList = JSON.stringify({ intro: '', sections: [], objection: { office: '示例办公室' } })

const addNotice = (db: Db, unit: number, code: string) =>
  idOf(
    db,
    sql`insert into publicity.notice (code, module, matter_id, stage, unit_id, title, content, content_hash, workdays)
      values (${code}, 'sample', 1, ${code}, ${unit}, '示例', ${emptyList}::jsonb, 'x', 5) returning id`,
  )

/** A notice in draft and one issued, an objection with its evidence, a file of the unit. */
export const publicRows = async (db: Db, units: Record<Place, number>) => {
  const notice = await addNotice(db, units.city, 'draft-notice')
  const issued = await addNotice(db, units.city, 'issued-notice')
  await sql`update publicity.notice set state = 'issued', published_on = '2017-03-15', last_day = '2017-03-21',
    proceed_on = '2017-03-22', issued_at = app.now(), issued_by = (select min(id) from access.account)
    where id = ${issued}`.execute(db)
  const key = 'guessed-key'
  const file = await idOf(
    db,
    sql`insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by, kept_for)
      values (${key}, ${paperHash}, '示例.pdf', 'application/pdf', 1, ${units.own}, 'account:0', 'nomination') returning id`,
  )
  const objection = await idOf(
    db,
    sql`insert into publicity.objection (receipt, notice_id, channel, objector_name, objector_phone, words, evidence,
        concerned_unit_id, points, points_at)
      values ('R-1', ${notice}, 'letter', ${objectorName}, '13900000000', ${objectionWords}, array[${file}::bigint],
        ${units.own}, '请核实', app.now()) returning id`,
  )
  return { notice, code: 'issued-notice', key, objection }
}

/** A draft of a letter, a package that one post has asked for, and the unit's file brought in to be read. */
export const paperRows = async (db: Db, { campaign, submission, nomination }: Made, postId: number) => ({
  brought: await idOf(
    db,
    sql`insert into selection.reading (submission_id, file_id)
      select ${submission}, id from files.file where sha256 = ${paperHash} limit 1 returning id`,
  ),
  letter: await idOf(
    db,
    sql`insert into papers.letter (campaign_id, kind, title, content)
      values (${campaign}, 'notice', '示例', '{"addressee": "", "body": [], "annex": null, "offices": ["示例"], "copyTo": ""}')
      returning id`,
  ),
  package: await idOf(
    db,
    sql`insert into papers.package (kind, campaign_id, options, name, site, post_id)
      values ('campaign', ${campaign}, ${JSON.stringify({ format: 'docx', ids: [nomination] })}::jsonb, '示例',
        'http://example.org', ${postId}) returning id`,
  ),
})
