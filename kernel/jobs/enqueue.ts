import { getConstructionPlans } from 'pg-boss'
import { sql, type Tx } from '#platform/db/index.ts'
import { type Job, retriesOf } from './define.ts'

/** Seconds before the first retry; pg-boss doubles them each time. */
const RETRY_DELAY = 10

/**
 * Asks for a job in the transaction of the change that caused it: both commit or neither does.
 * (pg-boss documents inserting into its job table as the way to enqueue from SQL.)
 * @throws ZodError when the data is not what the job expects
 */
export const enqueue = async <Data>(tx: Tx, job: Job<Data>, data: Data): Promise<void> => {
  const parsed = job.schema.parse(data)
  await ensureQueue(tx, job.name)
  await sql`
    insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff)
    values (${job.name}, ${JSON.stringify(parsed)}::jsonb, ${retriesOf(job)}, ${RETRY_DELAY}, true)`.execute(tx)
}

const ensureQueue = async (tx: Tx, name: string): Promise<void> => {
  await installQueue(tx)
  const options = JSON.stringify({ policy: 'standard' })
  await sql`select pgboss.create_queue(${name}, ${options}::json::jsonb)
    where not exists (select from pgboss.queue where name = ${name})`.execute(tx)
}

/** Makes the queue's tables. The server's workers do so when they start; the command line and tests may be first. */
export const installQueue = async (tx: Tx): Promise<void> => {
  if (await isInstalled(tx)) return
  await sql`select pg_advisory_xact_lock(hashtext('install pgboss'))`.execute(tx)
  if (await isInstalled(tx)) return
  const statements = getConstructionPlans('pgboss').replace(/^\s*(BEGIN|COMMIT);\s*$/gm, '')
  // One statement to PostgreSQL: what is asked often is prepared, and several in one text cannot be.
  await sql.raw(`do $install$ begin execute $statements$${statements}$statements$; end $install$`).execute(tx)
}

const isInstalled = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql<{ installed: boolean }>`
    select to_regclass('pgboss.version') is not null as installed`.execute(tx)
  return rows[0]!.installed
}
