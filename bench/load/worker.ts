import { type HttpLoad, loadHttp } from './http.ts'
import { loadSql, type SqlLoad } from './sql.ts'

/** The process that makes the load, so that making it does not slow what is measured or what measures. */
export type Job = { http: HttpLoad } | { sql: SqlLoad }

process.on('message', async (job: Job) => {
  const figures = await ('http' in job ? loadHttp(job.http) : loadSql(job.sql))
  process.send!(figures)
})
