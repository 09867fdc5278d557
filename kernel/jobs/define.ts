import type { z } from 'zod'
import type { Db } from '#platform/db/index.ts'

/** Work done after the commit that asked for it. It is given ids, loads what it needs and may run twice. */
export type Job<Data> = {
  /** Stable, `room.verb`: rows waiting in the database carry it. */
  name: string
  schema: z.ZodType<Data>
  handle: (db: Db, data: Data, attempt: Attempt) => Promise<void>
  /** Further tries after the first, each twice as long after the one before (default 5). */
  retries?: number
}

/** `last` is true when no further try follows: the time to note a failure for people to see. */
export type Attempt = { id: string; last: boolean }

// biome-ignore lint/suspicious/noExplicitAny: jobs of every kind stand side by side; each parses its own data
const jobs = new Map<string, Job<any>>()

/** Registers a job when its room is loaded. Throws if the name is taken by another. */
export const defineJob = <Data>(job: Job<Data>): Job<Data> => {
  if (jobs.has(job.name)) throw new Error(`The job ${job.name} is defined twice`)
  jobs.set(job.name, job)
  return job
}

export const definedJobs = () => [...jobs.values()]

export const retriesOf = (job: { retries?: number }) => job.retries ?? 5
