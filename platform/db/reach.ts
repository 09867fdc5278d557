import pg from 'pg'
import type { RunningDatabase } from './embedded.ts'
import { DatabaseProblem } from './problem.ts'

/** Sees that a PostgreSQL of the operator's answers. Throws {@link DatabaseProblem} with its own words otherwise. */
export const reach = async (url: string): Promise<RunningDatabase> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    const why = (error as Error).message || (error as NodeJS.ErrnoException).code
    throw new DatabaseProblem(
      `连接不上 DATABASE_URL 指明的数据库（${why}）。请检查地址、用户、密码以及数据库是否在运行。`,
    )
  }
  return { url, stop: async () => {} }
}
