import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { requireDraft } from '../election/election.ts'
import { macOf } from '../election/frozen.ts'
import type { Election } from '../election/load.ts'
import { openSecrets } from '../election/secrets.ts'
import { voterOf } from './code.ts'

/** One line of the list of voters. */
export type CensusLine = { phone: string; group: string }

/**
 * Puts a list of voters in the place of the one before. Telephones are kept as HMAC only: the list says who belongs to
 * which group and cannot be read back.
 * @throws Problem `ballot.frozen`
 */
export const replaceCensus = async (tx: Tx, actor: Actor, election: Election, lines: CensusLine[]): Promise<void> => {
  requireDraft(election)
  const { rows } = await sql<{ secrets: Buffer }>`
    select secrets from ballot.election where id = ${election.id}`.execute(tx)
  const mac = macOf(openSecrets(election.id, rows[0]!.secrets).hash)
  await sql`delete from ballot.census where election_id = ${election.id}`.execute(tx)
  await sql`
    insert into ballot.census (election_id, voter_hash, group_key)
    select ${election.id}, u.voter, u.group_key
    from unnest(${lines.map(({ phone }) => voterOf({ mac }, phone))}::bytea[],
      ${lines.map(({ group }) => group)}::text[]) as u (voter, group_key)`.execute(tx)
  await record(tx, actor, {
    action: 'ballot.census.import',
    subjectKind: 'election',
    subjectId: election.id,
    detail: { listed: lines.length },
  })
}
