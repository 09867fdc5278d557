import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireAllowed, type Witness } from '../log/witness.ts'
import { type Rules, ruleFlaws, rulesSchema } from '../shared/index.ts'
import type { Election } from './load.ts'
import { newHashKey, sealSecrets } from './secrets.ts'

export type NewElection = {
  unitId: number
  rules: Rules
  /** Where each witness is to be reached; their names stand in the rules. */
  witnesses?: Witness[]
  /** Who asks for it, as that module names it, and its own id of each candidate number. */
  matter?: string
  refs?: Record<string, number>
}

/** All text in NFC, so that what looks alike hashes alike. */
const inNfc = <T>(value: T): T => JSON.parse(JSON.stringify(value).normalize('NFC')) as T

/** Lays an election down as a draft. @throws Problem `ballot.slug` where the id is taken */
export const createElection = async (tx: Tx, actor: Actor, given: NewElection): Promise<number> => {
  const rules = inNfc(rulesSchema.parse(given.rules))
  const { rows } = await sql<{ id: number | null }>`
    select case when not exists (select from ballot.election where slug = ${rules.id})
      then nextval(pg_get_serial_sequence('ballot.election', 'id')) end as id`.execute(tx)
  const id = rows[0]!.id
  if (id === null) throw refuse('ballot.slug', `代号“${rules.id}”已有一次评议使用，请换一个。`)
  await sql`
    insert into ballot.election (id, slug, unit_id, matter, refs, rules, opens_at, closes_at, secrets, created_by)
    overriding system value
    values (${id}, ${rules.id}, ${given.unitId}, ${given.matter ?? null}, ${JSON.stringify(given.refs ?? {})}::jsonb,
      ${JSON.stringify(rules)}::jsonb, ${rules.opensAt}, ${rules.closesAt}, ${sealSecrets(id, { hash: newHashKey() })},
      ${actor.accountId})`.execute(tx)
  await setWitnesses(tx, id, given.witnesses ?? [])
  await record(tx, actor, { action: 'ballot.election.add', subjectKind: 'election', subjectId: id })
  return id
}

/** @throws Problem `ballot.frozen` */
export const saveRules = async (
  tx: Tx,
  actor: Actor,
  election: Election,
  given: { rules: Rules; witnesses?: Witness[] | undefined; refs?: Record<string, number> },
): Promise<void> => {
  requireDraft(election)
  const rules = inNfc(rulesSchema.parse(given.rules))
  if (rules.id !== election.slug) throw refuse('ballot.slug', '评议的代号定了就不能再改。', { status: 422 })
  await sql`update ballot.election set rules = ${JSON.stringify(rules)}::jsonb, opens_at = ${rules.opensAt},
    closes_at = ${rules.closesAt}, refs = ${JSON.stringify(given.refs ?? election.refs)}::jsonb
    where id = ${election.id}`.execute(tx)
  if (given.witnesses) await setWitnesses(tx, election.id, given.witnesses)
  await record(tx, actor, { action: 'ballot.election.save', subjectKind: 'election', subjectId: election.id })
}

export const requireDraft = ({ state }: Election): void => {
  if (state !== 'draft') throw refuse('ballot.frozen', '评议规则和候选名单已经冻结，不能再改。')
}

/** @throws Problem `ballot.rules` with everything that keeps them from being frozen */
export const requireSound = (rules: Rules): void => {
  const flaws = ruleFlaws(rules)
  if (flaws.length > 0)
    throw refuse('ballot.rules', flaws.join(''), {
      status: 422,
      findings: flaws.map(message => ({ severity: 'block', message })),
    })
}

const setWitnesses = async (tx: Tx, electionId: number, witnesses: Witness[]) => {
  for (const witness of witnesses) requireAllowed(witness)
  await sql`delete from ballot.witness where election_id = ${electionId}`.execute(tx)
  await sql`insert into ballot.witness (election_id, name, kind, address)
    select ${electionId}, w.name, w.kind, w.address
    from jsonb_to_recordset(${JSON.stringify(witnesses)}::jsonb) as w (name text, kind text, address text)`.execute(tx)
}
