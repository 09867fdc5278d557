import { Worker } from 'node:worker_threads'

export type WorkerLimits = {
  /** The module that the thread runs: it answers one message to its `workerData`. */
  script: URL
  seconds: number
  memoryMb: number
  /** Threads at once; more wait for their turn. */
  atOnce: number
  /** What is thrown when a task needed more time or memory than it may. */
  tooHeavy: () => Error
}

/**
 * Runs each task in a thread of its own with a memory and a time limit, so that no file can stop or fill the server.
 * A thread that does not end in time is ended.
 */
export const limitedWorker = <Task, Answer>(limits: WorkerLimits): ((task: Task) => Promise<Answer>) => {
  const waiting: (() => void)[] = []
  let running = 0
  return async task => {
    if (running >= limits.atOnce) await new Promise<void>(turn => waiting.push(turn))
    else running += 1
    try {
      return await run<Task, Answer>(task, limits)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

const run = <Task, Answer>(task: Task, { script, seconds, memoryMb, tooHeavy }: WorkerLimits): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: task,
      execArgv: [],
      env: quietEnvironment(),
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const timer = setTimeout(() => settle(() => reject(tooHeavy())), seconds * 1000)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      void worker.terminate()
      act()
    }
    worker.once('message', (answer: Answer) => settle(() => resolve(answer)))
    worker.once('error', error => settle(() => reject(isOutOfMemory(error) ? tooHeavy() : error)))
    worker.once('exit', () => settle(() => reject(tooHeavy())))
  })

/** Under `node --watch` a thread would first report its imports, as messages of the same kind as its answer. */
const quietEnvironment = () => {
  const { WATCH_REPORT_DEPENDENCIES: _, ...rest } = process.env
  return rest
}

const isOutOfMemory = (error: unknown) => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
