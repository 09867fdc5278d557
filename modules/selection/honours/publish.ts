import { itemsOf, type NoticeRow } from '#kernel/publicity/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'

/** The `stage` of a winner's story: each has its own row of versions. */
export const storyStage = (stage: string, honourId: number) => `${stage}:story:${honourId}`

const honourOf = (notice: NoticeRow): number | undefined => {
  const [, kind, id] = notice.stage.split(':')
  return kind === 'story' ? Number(id) : undefined
}

/** An issued list opens the honours it names to the public, and only those; an issued story opens its picture. */
export const showHonours = async (tx: Tx, notice: NoticeRow): Promise<void> => {
  if (notice.kind === 'result') await showList(tx, notice)
  if (notice.kind === 'story') await showStory(tx, notice)
}

/** The register follows the list as it was issued, letter by letter. */
const showList = async (tx: Tx, notice: NoticeRow) => {
  const items = itemsOf(notice.content).map(({ key, name, unit }) => ({ key, name, unit }))
  await sql`update selection.honour set public_notice_id = null where campaign_id = ${notice.matterId}`.execute(tx)
  await sql`update selection.honour h set public_notice_id = ${notice.id}, name = i.name, unit_name = i.unit
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i(key text, name text, unit text)
    where h.campaign_id = ${notice.matterId} and h.nomination_id::text = i.key`.execute(tx)
}

const showStory = async (tx: Tx, notice: NoticeRow) => {
  const id = honourOf(notice)
  await sql`update selection.honour set story = story || jsonb_build_object('published', story -> 'drafted')
    where id = ${id} and (story #>> '{drafted,noticeId}')::bigint = ${notice.id}`.execute(tx)
  await sql`update files.file f set public = true from selection.honour h
    where h.id = ${id} and f.key = h.story #>> '{published,photo}' and f.kept_for is not null`.execute(tx)
}

/** What is taken back is taken back whole: the names of a list, the picture of a story. */
export const hideHonours = async (tx: Tx, notice: NoticeRow): Promise<void> => {
  await sql`update selection.honour set public_notice_id = null where public_notice_id = ${notice.id}`.execute(tx)
  const id = notice.kind === 'story' ? honourOf(notice) : undefined
  if (id === undefined) return
  await sql`update files.file f set public = false from selection.honour h
    where h.id = ${id} and f.key = h.story #>> '{published,photo}'`.execute(tx)
  await sql`update selection.honour set story = story - 'published' where id = ${id}`.execute(tx)
}
