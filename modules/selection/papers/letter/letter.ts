import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type Campaign, loadCampaign } from '../../load.ts'
import type { LetterContent, LetterKind, LetterRow, LetterState } from '../shared/letter-api.ts'
import { composeLetter } from './compose.ts'
import { numberText, takeNumber } from './number.ts'

export type Letter = {
  id: number
  campaignId: number
  kind: LetterKind
  title: string
  content: LetterContent
  revision: number
  state: LetterState
  organ: string | null
  year: number | null
  seq: number | null
  issuedOn: string | null
  editedBy: string | null
  editedAt: string
  campaign: Campaign
}

const columns = sql`
  l.id, l.campaign_id as "campaignId", l.kind, l.title, l.content, l.revision, l.state, l.organ, l.year, l.seq,
  l.issued_on as "issuedOn", l.edited_by as "editedBy", l.edited_at as "editedAt"`

type Row = Omit<Letter, 'campaign'>

/** A letter with its campaign; locked inside a transaction. */
export const loadLetter = async (db: Db, id: number): Promise<Letter | undefined> => {
  const { rows } = await sql<Row>`
    select ${columns} from papers.letter l where l.id = ${id}
    ${db.isTransaction ? sql`for update` : sql``}`.execute(db)
  const campaign = rows[0] && (await loadCampaign(db, rows[0].campaignId))
  return rows[0] && campaign && { ...rows[0], campaign }
}

export const lettersOf = async (db: Db, campaignId: number): Promise<LetterRow[]> => {
  const { rows } = await sql<Row>`
    select ${columns} from papers.letter l where l.campaign_id = ${campaignId} order by l.id desc limit 200`.execute(db)
  return rows.map(presentLetter)
}

export const presentLetter = (row: Row): LetterRow => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  state: row.state,
  number: row.organ && row.year && row.seq ? numberText(row.organ, row.year, row.seq) : null,
  issuedOn: row.issuedOn,
  editedBy: row.editedBy,
  editedAt: row.editedAt,
})

/** Codes of organs that the office has used, after the one of the campaign's own notice. */
export const organsOf = async (db: Db, { plan, unitId }: Campaign): Promise<string[]> => {
  const own = /^([\u4e00-\u9fa5]+)〔/u.exec(plan.notice.number ?? '')?.[1]
  const { rows } = await sql<{ organ: string }>`
    select l.organ from papers.letter l join selection.campaign c on c.id = l.campaign_id
    where c.unit_id = ${unitId} and l.organ is not null group by l.organ order by max(l.id) desc limit 10`.execute(db)
  return [...new Set([...(own ? [own] : []), ...rows.map(({ organ }) => organ)])]
}

/** 起草: the skeleton of its kind, filled from the campaign. */
export const draftLetter = async (tx: Tx, actor: Actor, campaign: Campaign, kind: LetterKind): Promise<number> => {
  const { title, content } = await composeLetter(tx, campaign, kind)
  const { rows } = await sql<{ id: number }>`
    insert into papers.letter (campaign_id, kind, title, content, edited_by)
    values (${campaign.id}, ${kind}, ${title}, ${JSON.stringify(content)}::jsonb, ${actor.name})
    returning id`.execute(tx)
  await note(tx, actor, 'draft', rows[0]!.id, { kind })
  return rows[0]!.id
}

const requireDraft = ({ state }: Letter) => {
  if (state !== 'draft') throw refuse('letter.fixed', '文稿已编号或作废，不能再改。需要改动的，请另起草一份。')
}

type Saved = { revision: number; title: string; content: LetterContent }

/** @throws Problem `letter.fixed`, 409 `letter.changed` where somebody else has saved since */
export const saveLetter = async (tx: Tx, actor: Actor, letter: Letter, saved: Saved): Promise<number> => {
  requireDraft(letter)
  if (saved.revision !== letter.revision)
    throw refuse('letter.changed', `${letter.editedBy ?? '别人'}刚刚改过这份文稿，请刷新后再改。`)
  await sql`update papers.letter set title = ${saved.title}, content = ${JSON.stringify(saved.content)}::jsonb,
    revision = revision + 1, edited_by = ${actor.name}, edited_at = app.now() where id = ${letter.id}`.execute(tx)
  return letter.revision + 1
}

/** Gives a draft its number, in the year of its date; from here it stays as it is. */
export const issueLetter = async (
  tx: Tx,
  actor: Actor,
  letter: Letter,
  { organ, issuedOn }: { organ: string; issuedOn: string },
): Promise<string> => {
  requireDraft(letter)
  const year = Temporal.PlainDate.from(issuedOn).year
  const seq = await takeNumber(tx, organ, year)
  await sql`update papers.letter set state = 'issued', organ = ${organ}, year = ${year}, seq = ${seq},
    issued_on = ${issuedOn}, issued_by = ${actor.name} where id = ${letter.id}`.execute(tx)
  const number = numberText(organ, year, seq)
  await note(tx, actor, 'issue', letter.id, { number })
  return number
}

/** A draft goes; a numbered letter keeps its number and is void. */
export const voidLetter = async (tx: Tx, actor: Actor, letter: Letter, reason: string): Promise<void> => {
  if (letter.state === 'draft') await sql`delete from papers.letter where id = ${letter.id}`.execute(tx)
  else await sql`update papers.letter set state = 'void' where id = ${letter.id}`.execute(tx)
  await note(tx, actor, 'void', letter.id, { reason })
}

const note = (tx: Tx, actor: Actor, act: string, id: number, detail: Record<string, unknown>) =>
  record(tx, actor, { action: `selection.letter.${act}`, subjectKind: 'letter', subjectId: id, detail })
