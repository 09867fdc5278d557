import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { businessToday, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Campaign } from '../../load.ts'
import type { Plan } from '../../shared/index.ts'
import type { ImportFault } from '../../stages/commend/shared/api.ts'
import { type EarlierWinner, readWinners, titles } from './rows.ts'

export type ImportPlan = { add: EarlierWinner[]; known: number; wrong: number; faults: ImportFault[] }

/** The registers that a campaign excludes by, and its own. Only into these does its organiser import. */
export const registersOf = ({ plan }: Campaign): { title: string; text: string }[] => {
  const own = plan.stages.flatMap(stage => (stage.kind === 'commend' ? [{ title: stage.register, text: '' }] : []))
  const all = [...plan.exclusions.map(({ from, text }) => ({ title: from.title, text })), ...own]
  return all.filter(({ title }, n) => all.findIndex(each => each.title === title) === n)
}

/** Titles of the registers that a plan leaves out earlier winners by and in which nobody stands yet. */
export const emptyRegistersOf = async (db: Db, { exclusions }: Plan): Promise<string[]> => {
  const titles = [...new Set(exclusions.map(({ from }) => from.title))]
  const { rows } = await sql<{ register: string }>`
    select distinct register from selection.honour where register = any(${titles}::text[])`.execute(db)
  return titles.filter(title => !rows.some(({ register }) => register === title))
}

/** What an import would do: who is new, who stands there already, which rows are wrong. */
export const planImport = async (db: Db, campaign: Campaign, register: string, file: Buffer): Promise<ImportPlan> => {
  if (!registersOf(campaign).some(({ title }) => title === register))
    throw refuse('import.register', '本次推选没有这本荣誉名册，请重新选择。', { status: 422 })
  const { winners, faults } = await readWinners(file, await businessToday(db))
  const { rows: held } = await sql<{ number: string; name: string; title: string; year: number }>`
    select number, name, title, year from selection.honour where register = ${register}`.execute(db)
  const byNumber = new Map(held.map(row => [row.number, row]))
  const same = new Set(held.map(sameness))
  const taken = winners.filter(({ number, name }) => number !== '' && (byNumber.get(number)?.name ?? name) !== name)
  const known = winners.filter(winner => !taken.includes(winner) && same.has(sameness(winner)))
  const all = [...faults, ...taken.map(takenFault)]
  const wrongRows = new Set(all.map(({ row }) => row))
  return {
    add: winners.filter(winner => !wrongRows.has(winner.row) && !known.includes(winner)),
    known: known.length,
    wrong: wrongRows.size,
    faults: all.sort((a, b) => a.row - b.row),
  }
}

const sameness = ({ name, title, year }: { name: string; title: string; year: number }) => `${year}|${title}|${name}`

const takenFault = ({ row, number }: EarlierWinner): ImportFault => ({
  row,
  column: titles.number,
  value: number,
  message: '名册中已有这个编号，是另一个名称，请核对。',
})

/** Writes the new rows; whoever has no number gets one that says so (导入). */
export const applyImport = async (tx: Tx, actor: Actor, register: string, plan: ImportPlan): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`honour ${register}`}))`.execute(tx)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from selection.honour where register = ${register}`.execute(tx)
  const lines = plan.add.map((winner, n) => ({
    ...winner,
    number: winner.number || `${winner.year}-导入-${rows[0]!.n + n + 1}`,
  }))
  await sql`
    insert into selection.honour (register, number, seq, title, year, level, subject, name, unit_name, identity_key,
      granted_on, imported_by)
    select ${register}, l.number, l.row, l.title, l.year, l.level, l.subject, l.name, l."unitName", l."identityKey",
      l."grantedOn", ${actor.accountId}::bigint
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(row int, number text, title text, year int,
      level text, subject text, name text, "unitName" text, "identityKey" text, "grantedOn" date)`.execute(tx)
  await record(tx, actor, {
    action: 'selection.honour.import',
    subjectKind: 'register',
    subjectId: 0,
    detail: { register, added: lines.length, known: plan.known, wrong: plan.wrong },
  })
  return lines.length
}
