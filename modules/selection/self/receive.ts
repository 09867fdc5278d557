import { record, type Who } from '#kernel/audit/index.ts'
import { keepFiles, type Uploader } from '#kernel/files/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { randomCode } from '#kernel/publicity/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { nameFrom } from '../nomination/identity.ts'
import type { Opening } from './opening.ts'
import { answersOf, type Typed, tidyLine, tidyPhone } from './typed.ts'

/** The public, handing in the form: nothing about the sender stands in the record. */
const thePublic: Who = { id: 'public', name: '公众' }

/** What evidence is kept for; its reader is whoever deals with the recommendation. */
export const keptFor = 'self-recommendation'

/**
 * Takes a recommendation from the public, whose form was found without fault, and tells whoever deals with it.
 * @returns the receipt (12 characters in three groups)
 */
export const receiveSelf = async (tx: Tx, opening: Opening, typed: Typed, uploader: Uploader): Promise<string> => {
  const { campaign } = opening
  const answers = answersOf(opening, typed)
  const name = nameFrom(opening.form, answers)
  const files = (
    await keepFiles(
      tx,
      uploader,
      typed.sent.map(({ key }) => key),
      keptFor,
    )
  ).map(({ id }) => id)
  const receipt = randomCode(12).replace(/(.{4})(?=.)/g, '$1-')
  const submissionId = opening.units.length > 0 ? Number(typed.submissionId) : null
  const { rows } = await sql<{ id: number }>`
    insert into selection.self_recommendation (receipt, campaign_id, submission_id, category, by_other, name, answers,
      reason, sender_name, sender_phone, evidence)
    values (${receipt}, ${campaign.id}, ${submissionId}, ${typed.category}, ${typed.byOther}, ${name},
      ${JSON.stringify(answers)}::jsonb, ${typed.reason.trim()}, ${typed.byOther ? tidyLine(typed.senderName) : name},
      ${tidyPhone(typed.phone)}, ${files}::bigint[]) returning id`.execute(tx)
  // The files belong to this row alone: no unit reads them through the tree.
  await sql`update files.file set unit_id = null, uploaded_by = ${keptFor} where id = any(${files}::bigint[])`.execute(
    tx,
  )
  await (submissionId === null ? tellOrganiser(tx, opening) : tellUnit(tx, campaign, submissionId))
  await record(tx, thePublic, {
    action: 'selection.self.receive',
    subjectKind: 'self-recommendation',
    subjectId: rows[0]!.id,
    detail: { campaign: campaign.id, submission: submissionId, byOther: typed.byOther },
  })
  return receipt
}

const body = '请核实后列为推荐对象，或者说明未采纳。请注意为来件人保密。'

const tellOrganiser = async (tx: Tx, { campaign: { id, unitId, shortTitle } }: Opening) =>
  notify(tx, {
    postIds: await postsWithRole(tx, unitId, 'organiser'),
    subject: `收到群众自荐、举荐：${shortTitle}`,
    body,
    link: `/selection/campaigns/${id}/self-recommendations`,
    campaignId: id,
  })

/** Tells the clerks of a unit that one has come, or was passed on. */
export const tellUnit = async (
  tx: Tx,
  { id, shortTitle }: { id: number; shortTitle: string },
  submissionId: number,
): Promise<void> => {
  const { rows } = await sql<{ unitId: number }>`
    select unit_id as "unitId" from selection.submission where id = ${submissionId}`.execute(tx)
  await notify(tx, {
    postIds: await postsWithRole(tx, rows[0]!.unitId, 'recommender'),
    subject: `收到群众自荐、举荐：${shortTitle}`,
    body,
    link: `/selection/submissions/${submissionId}/self-recommendations`,
    campaignId: id,
  })
}
