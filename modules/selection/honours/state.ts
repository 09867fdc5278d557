import type { Actor } from '#kernel/access/index.ts'
import { businessToday, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Campaign } from '../load.ts'
import { type HonourState, honourStates, honourStatesBefore } from '../shared/honour-states.ts'
import { type Honour, recordHonour } from './honour.ts'
import { registersOf } from './import/apply.ts'

export type Standing = Pick<Honour, 'id' | 'register' | 'number' | 'subject' | 'state'>
/** `supersededBy` is the id of the honour that took this one's place, where it stands in a register here. */
export type HonourMove = { state: HonourState; reason: string; supersededBy?: number | null | undefined }

/**
 * Revokes an honour (撤销), marks it as superseded by another (替代), or makes it valid again. Certificates and the
 * public check say so at once, and later campaigns exclude only by what is valid.
 * @throws Problem `honour.state`, 422 `honour.successor`
 */
export const setHonourState = async (tx: Tx, actor: Actor, honour: Standing, move: HonourMove): Promise<void> => {
  if (!honourStatesBefore[move.state].includes(honour.state))
    throw refuse('honour.state', `这项荣誉${honourStates[honour.state]}，不能改为“${honourStates[move.state]}”。`)
  const successor = move.state === 'superseded' ? (move.supersededBy ?? null) : null
  if (successor !== null) await requireSuccessor(tx, honour, successor)
  await sql`update selection.honour set state = ${move.state}, state_reason = ${move.reason},
    superseded_by = ${successor}, state_on = ${await businessToday(tx)} where id = ${honour.id}`.execute(tx)
  await recordHonour(tx, actor, 'state', honour, {
    from: honour.state,
    to: move.state,
    reason: move.reason,
    ...(successor !== null && { by: successor }),
  })
}

/** What takes the place of an honour is another one that is valid, of the same kind of winner. */
const requireSuccessor = async (tx: Tx, honour: Standing, id: number) => {
  const { rows } = await sql`select from selection.honour
    where id = ${id} and id <> ${honour.id} and state = 'valid' and subject = ${honour.subject}`.execute(tx)
  if (rows.length === 0)
    throw refuse('honour.successor', '替代它的荣誉不在名册中，或者已经无效，请重新选择。', { status: 422 })
}

/** An entry imported into one of the campaign's registers; locked inside a transaction. */
export const loadEarlierHonour = async (db: Db, campaign: Campaign, id: number): Promise<Standing | undefined> => {
  const { rows } = await sql<Standing>`
    select id, register, number, subject, state from selection.honour
    where id = ${id} and campaign_id is null and register = any(${titlesOf(campaign)}::text[])
    ${db.isTransaction ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

const titlesOf = (campaign: Campaign) => registersOf(campaign).map(({ title }) => title)

export type EarlierHonour = Standing & {
  title: string
  year: number
  name: string
  unitName: string
  stateReason: string | null
  supersededBy: string | null
}

/** The first imported entries of a campaign's registers whose name or number holds the words; newest year first. */
export const findEarlierHonours = async (db: Db, campaign: Campaign, search: string): Promise<EarlierHonour[]> => {
  const { rows } = await sql<EarlierHonour>`
    select h.id, h.register, h.number, h.subject, h.state, h.title, h.year, h.name, h.unit_name as "unitName",
      h.state_reason as "stateReason", s.number as "supersededBy"
    from selection.honour h left join selection.honour s on s.id = h.superseded_by
    where h.campaign_id is null and h.register = any(${titlesOf(campaign)}::text[])
      and (h.name = ${search} or h.number = ${search})
    order by h.year desc, h.id limit 50`.execute(db)
  return rows
}
