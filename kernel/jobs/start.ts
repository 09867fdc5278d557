import { PgBoss } from 'pg-boss'
import type { Db } from '#platform/db/index.ts'
import { log } from '#platform/logging/index.ts'
import { definedJobs, type Job } from './define.ts'
import { runSweeps } from './sweep.ts'

export type RunningJobs = {
  /** Lets running jobs end (at most 10 s), then stops taking new ones. */
  stop: () => Promise<void>
}

const SWEEP_QUEUE = 'jobs.sweep'

type Options = {
  /** How often an idle worker asks for work. */
  pollSeconds?: number
}

/** Starts a worker for every defined job, and the sweeps each minute. Several processes may do so at once. */
export const startJobs = async (db: Db, url: string, { pollSeconds = 2 }: Options = {}): Promise<RunningJobs> => {
  const boss = new PgBoss({ connectionString: url, max: 4, application_name: 'shishi-jobs' })
  boss.on('error', error => log.error('job queue', { error }))
  await boss.start()
  for (const job of definedJobs()) await startWorker(boss, db, job, pollSeconds)
  await startSweeping(boss, db, pollSeconds)
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}

const startWorker = async <Data>(boss: PgBoss, db: Db, job: Job<Data>, pollSeconds: number): Promise<void> => {
  await boss.createQueue(job.name)
  await boss.work(job.name, { pollingIntervalSeconds: pollSeconds, includeMetadata: true }, async ([row]) => {
    if (!row) return
    const data = job.schema.parse(row.data)
    await job.handle(db, data, { id: row.id, last: row.retryCount >= row.retryLimit })
  })
}

const startSweeping = async (boss: PgBoss, db: Db, pollSeconds: number): Promise<void> => {
  await boss.createQueue(SWEEP_QUEUE, { policy: 'singleton', retryLimit: 0 })
  await boss.work(SWEEP_QUEUE, { pollingIntervalSeconds: pollSeconds }, async () => {
    await runSweeps(db).catch(error => {
      log.error('sweep failed', { error })
      throw error
    })
  })
  await boss.schedule(SWEEP_QUEUE, '* * * * *')
}
