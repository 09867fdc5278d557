import { registerSweep } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { type Articles, overlap } from '../shared/index.ts'
import { marksOf, textsOf } from './prints.ts'

/** Pairs below this share, or with less than this in common, are not worth a reader's time. */
const LEAST_SHARE = 0.1
const LEAST_COMMON = 40
/** Of each article the texts nearest by their marks are compared letter by letter. */
const NEAREST = 10
/** Articles that the sweep takes on at a time. */
const BATCH = 50

type Row = { id: number; campaignId: number; revision: number; articles: Articles }
type Print = { id: number; campaignId: number; material: string; text: string; marks: number[] }
type Meeting = { id: number; material: string; otherId: number; otherMaterial: string; articles: Articles }

/**
 * Prints what was handed in and finds its pairs, in a number of queries that does not grow. Whom a look finds is settled
 * here, at the moment of handing in: 查重 itself is one query.
 */
const printRows = async (tx: Tx, rows: Row[]): Promise<void> => {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await sql`delete from selection.article_print where nomination_id = any(${ids}::bigint[])`.execute(tx)
  await sql`delete from selection.similar_pair
    where left_id = any(${ids}::bigint[]) or right_id = any(${ids}::bigint[])`.execute(tx)
  const prints = rows.flatMap(printsOf)
  await sql`insert into selection.article_print (nomination_id, material, marks)
    select id, material, array(select jsonb_array_elements_text(marks)::integer)
    from jsonb_to_recordset(${JSON.stringify(prints.map(({ text: _, ...print }) => print))}::jsonb)
      as print (id bigint, material text, marks jsonb)`.execute(tx)
  await keepPairs(tx, prints, await meetings(tx, ids))
  await sql`update selection.nomination m set printed_revision = given.revision
    from unnest(${ids}::bigint[], ${rows.map(({ revision }) => revision)}::integer[]) given (id, revision)
    where m.id = given.id`.execute(tx)
}

const printsOf = ({ id, campaignId, articles }: Row): Print[] =>
  textsOf(articles).map(({ material, text }) => ({ id, campaignId, material, text, marks: marksOf(campaignId, text) }))

/** For each article the texts of other nominees with which it shares most marks. */
const meetings = async (tx: Tx, ids: number[]): Promise<Meeting[]> => {
  const { rows } = await sql<Meeting>`
    select own.nomination_id as id, own.material, near.nomination_id as "otherId", near.material as "otherMaterial",
      m.articles
    from selection.article_print own
    cross join lateral (
      select p.nomination_id, p.material from selection.article_print p
      where p.marks && own.marks and p.nomination_id <> own.nomination_id
      order by (select count(*) from unnest(p.marks) mark where mark = any(own.marks)) desc, p.nomination_id
      limit ${NEAREST}) near
    join selection.nomination m on m.id = near.nomination_id
    where own.nomination_id = any(${ids}::bigint[])`.execute(tx)
  return rows
}

const keepPairs = async (tx: Tx, prints: Print[], met: Meeting[]): Promise<void> => {
  const pairs = new Map<string, object>()
  for (const { id, material, otherId, otherMaterial, articles } of met) {
    const own = prints.find(print => print.id === id && print.material === material)!
    const other = textsOf(articles).find(text => text.material === otherMaterial)
    const { share, common } = overlap(own.text, other?.text ?? '')
    if (share < LEAST_SHARE || common < LEAST_COMMON) continue
    const [left, right] =
      id < otherId
        ? [
            { id, material },
            { id: otherId, material: otherMaterial },
          ]
        : [
            { id: otherId, material: otherMaterial },
            { id, material },
          ]
    const pair = { campaign: own.campaignId, left: left.id, lm: left.material, right: right.id, rm: right.material }
    pairs.set(Object.values(pair).join(), { ...pair, share, common })
  }
  await sql`insert into selection.similar_pair
      (campaign_id, left_id, left_material, right_id, right_material, share, common)
    select campaign, "left", lm, "right", rm, share, common from jsonb_to_recordset(${JSON.stringify([...pairs.values()])}::jsonb)
      as pair (campaign bigint, "left" bigint, lm text, "right" bigint, rm text, share real, common integer)
    on conflict do nothing`.execute(tx)
}

const columns = sql`id, campaign_id as "campaignId", revision, articles`

/** Prints a unit's list as it is handed in. */
export const printSubmission = async (tx: Tx, submissionId: number): Promise<void> => {
  const { rows } = await sql<Row>`select ${columns} from selection.nomination
    where submission_id = ${submissionId} and state = 'submitted' and printed_revision is distinct from revision
    order by id`.execute(tx)
  await printRows(tx, rows)
}

/** Prints what came otherwise than by handing in, some at a time. @returns how many */
export const printSome = (db: Db): Promise<number> =>
  inTransaction(db, async tx => {
    const { rows } = await sql<Row>`select ${columns} from selection.nomination
      where state in ('submitted', 'accepted') and printed_revision is distinct from revision
      order by id limit ${BATCH} for update skip locked`.execute(tx)
    await printRows(tx, rows)
    return rows.length
  })

/** A minute's work at the most: the next sweep goes on. */
const sweepPrints = async (db: Db): Promise<void> => {
  for (let batch = 0; batch < 20; batch += 1) if ((await printSome(db)) < BATCH) return
}

registerSweep('selection.prints', sweepPrints)
