import { demoResetKey } from '#kernel/access/index.ts'
import { type Db, inTransaction, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadDemo } from './index.ts'

const lockName = 'demo reset'

/**
 * Starts the demo over: everything visitors did is deleted, everybody is signed out, and the data of the first day is
 * loaded anew. Resolves as soon as it has begun; how far it is stands in the setting {@link demoResetKey}.
 * @throws Problem 409 `demo.resetting`, where one is under way; `demo.none`, where this is no demo
 */
export const resetDemo = async (db: Db): Promise<{ loaded: Promise<void> }> => {
  const begun = Promise.withResolvers<void>()
  const loaded = db.connection().execute(async lock => {
    await claim(lock)
    try {
      await announce(db)
      begun.resolve()
      await reload(db)
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${lockName}))`.execute(lock)
    }
  })
  loaded.catch(begun.reject)
  await begun.promise
  return { loaded }
}

const reload = async (db: Db): Promise<void> => {
  await clear(db).catch(async error => {
    await forget(db)
    throw error
  })
  let told = Promise.resolve()
  const say = (words: string) => {
    told = told.then(() => tell(db, words.startsWith('正在') ? words : `正在装入演示数据，已装好${words.trim()}`))
  }
  await loadDemo(db, say).catch(async error => {
    await told.then(() => tell(db, '演示数据没有装完，请重新启动服务。'))
    throw error
  })
  await told
  await forget(db)
}

const forget = (db: Db) => sql`delete from app.setting where key = ${demoResetKey}`.execute(db)

/**
 * Loads the demo into an empty database, or over again where a load or a reset was cut short; a database that holds
 * units otherwise is left as it is.
 */
export const loadOrFinishDemo = async (db: Db, say: (line: string) => void): Promise<void> => {
  const { rows } = await sql<{ begun: boolean; used: boolean }>`
    select exists (select from app.setting where key = ${demoResetKey}) as begun,
      exists (select from units.unit) as used`.execute(db)
  const { begun, used } = rows[0]!
  if (used && !begun) return
  await (begun ? clear(db) : tell(db, '正在装入演示数据……'))
  await loadDemo(db, say)
  await forget(db)
}

const claim = async (lock: Db): Promise<void> => {
  const { rows } = await sql<{ mine: boolean; demo: boolean }>`
    select pg_try_advisory_lock(hashtext(${lockName})) as mine,
      not exists (select from pg_constraint where conname = 'no_demo_clock') as demo`.execute(lock)
  const { mine, demo } = rows[0]!
  if (!mine) throw refuse('demo.resetting', '演示正在重置，请等它完成。')
  if (demo) return
  await sql`select pg_advisory_unlock(hashtext(${lockName}))`.execute(lock)
  throw refuse('demo.none', '这不是演示环境，不能重置。')
}

/** From here on nobody is signed in, and the login page says what goes on. */
const announce = (db: Db): Promise<void> =>
  inTransaction(db, async tx => {
    await sql`delete from access.session`.execute(tx)
    await sql`update access.slip set session_hash = null`.execute(tx)
    await tell(tx, '正在清除演示中办过的事……')
  })

const tell = async (db: Db | Tx, words: string): Promise<void> => {
  await sql`
    insert into app.setting (key, value) values (${demoResetKey}, to_jsonb(${words.trim()}::text))
    on conflict (key) do update set value = excluded.value, changed_at = clock_timestamp()`.execute(db)
}

/**
 * Empties every table of ours. Ids go on counting, so that nothing kept in memory by id is ever taken for another row.
 * The audit record guards itself against this, and its owner alone can put the guard aside. Every write holds a row of
 * app.idempotency to its end, so waiting for that table first lets them finish, also the one that asked for the reset,
 * before any other table is taken from them.
 */
const clear = (db: Db): Promise<void> =>
  inTransaction(db, async tx => {
    await sql`lock table app.idempotency in access exclusive mode`.execute(tx)
    await sql`alter table audit.entry disable trigger entry_kept_whole`.execute(tx)
    await sql.raw(`truncate ${(await ourTables(tx)).join(', ')}`).execute(tx)
    await sql`alter table audit.entry enable trigger entry_kept_whole`.execute(tx)
    await sql`insert into audit.head values (true, 0, repeat('0', 64))`.execute(tx)
    await tell(tx, '正在装入演示数据……')
  })

const ourTables = async (tx: Tx): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'public', 'pgboss')
      and (schemaname, tablename) <> ('app', 'migration')`.execute(tx)
  return rows.map(({ name }) => name)
}
