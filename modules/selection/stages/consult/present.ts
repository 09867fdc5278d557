import type { Actor } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { StageRun } from '../../load.ts'
import { speaksFor } from '../../permissions.ts'
import { currentList } from './list.ts'
import type { Consulting } from './load.ts'
import { remarks, sends } from './permissions.ts'
import type { Advice, ListedName } from './shared/api.ts'

type Row = {
  id: number
  names: ListedName[]
  note: string | null
  firstAt: string
  at: string
  answeredAt: string | null
}

/** The list as it was sent with the remarks on it; the unit's present list for the unit alone. */
export const presentConsultation = async (db: Db, actor: Actor, consulting: Consulting) => {
  const { run, submission } = consulting
  const open = run.runState === 'open'
  return {
    title: run.stage.title,
    does: run.stage.does ?? null,
    state: run.runState,
    dueOn: run.dueOn,
    unitName: submission.unitName,
    sent: await sentList(db, consulting),
    current: speaksFor(actor, submission) ? await currentList(db, submission) : [],
    permissions: {
      send: open && sends(actor, consulting) && (submission.state === 'open' || submission.state === 'returned'),
      remark: open && remarks(actor, consulting),
    },
  }
}

const sentList = async (db: Db, { run, submission }: Consulting) => {
  const { rows } = await sql<Row>`
    select id, names, note, first_sent_at as "firstAt", sent_at as at, answered_at as "answeredAt"
    from selection.consultation where stage_run_id = ${run.id} and submission_id = ${submission.id}`.execute(db)
  if (!rows[0]) return null
  const { id, names, ...sent } = rows[0]
  const { rows: given } = await sql<{
    nominationId: number
    advice: Advice
    words: string
    madeBy: string
    at: string
  }>`
    select nomination_id as "nominationId", advice, words, made_by as "madeBy", at
    from selection.consult_remark where consultation_id = ${id}`.execute(db)
  return {
    ...sent,
    names: names.map(name => {
      const found = given.find(({ nominationId }) => nominationId === name.nominationId)
      return { ...name, remark: found ? { ...found } : null }
    }),
  }
}

type UnitRow = {
  submissionId: number
  unitName: string
  sentAt: string | null
  late: boolean
  names: number
  remarked: number
  answeredAt: string | null
}

/** Every unit that hands in to the organiser, in official order, with where its pre-review stands. */
export const listConsultations = async (db: Db, run: StageRun) => {
  const { rows } = await sql<UnitRow>`
    select s.id as "submissionId", u.name as "unitName", c.sent_at as "sentAt",
      coalesce(c.first_sent_at at time zone 'Asia/Shanghai', app.now() at time zone 'Asia/Shanghai')::date
        > ${run.dueOn}::date as late,
      coalesce(jsonb_array_length(c.names), 0) as names,
      (select count(*)::int from selection.consult_remark k where k.consultation_id = c.id) as remarked,
      c.answered_at as "answeredAt"
    from selection.submission s join units.unit u on u.id = s.unit_id
    left join selection.consultation c on c.submission_id = s.id and c.stage_run_id = ${run.id}
    where s.campaign_id = ${run.campaign.id} and s.above_id is null
    order by s.unit_order, s.id`.execute(db)
  return { dueOn: run.dueOn, units: rows.map(row => ({ ...row, late: row.late ?? false })) }
}
