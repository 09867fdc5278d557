import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Figures } from './figures.ts'
import type { HttpLoad } from './http.ts'
import { findPgbench, loadPgbench } from './pgbench.ts'
import type { SqlLoad } from './sql.ts'
import type { Job } from './worker.ts'

export type { Figures } from './figures.ts'
export type { LoadRequest } from './http.ts'

export type Load = {
  http: (load: HttpLoad) => Promise<Figures>
  sql: (load: SqlLoad) => Promise<Figures>
  /** What makes the reference's load, by name. */
  sqlName: string
  stop: () => void
}

const ask = async (worker: ChildProcess, job: Job): Promise<Figures> => {
  worker.send(job)
  const [figures] = await once(worker, 'message')
  return figures as Figures
}

/** A process that loads the server, and pgbench, or where it is missing the same process, for raw SQL. */
export const startLoad = (): Load => {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), { execArgv: [] })
  const pgbench = findPgbench()
  return {
    http: load => ask(worker, { http: load }),
    sql: load => (pgbench ? loadPgbench(pgbench, load) : ask(worker, { sql: load })),
    sqlName: pgbench ? 'pgbench' : 'raw SQL from Node (no pgbench here)',
    stop: () => worker.disconnect(),
  }
}
