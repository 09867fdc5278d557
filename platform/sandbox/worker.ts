import { Worker } from 'node:worker_threads'

export type WorkerLimits = {
  /** The module that the thread runs: it answers its `workerData`, or each message where it takes several tasks. */
  script: URL
  seconds: number
  memoryMb: number
  /** Threads at once; more wait for their turn. */
  atOnce: number
  /** Tasks that a thread takes one after another, each as a message; 1 when left out. */
  tasks?: number
  /** What is thrown when a task needed more time or memory than it may. */
  tooHeavy: () => Error
}

type Thread = { worker: Worker; left: number; resting?: NodeJS.Timeout }

/** Milliseconds that a thread waits for its next task before it is ended. */
const REST = 5000

/**
 * Runs tasks in threads with a memory and a time limit, so that no file can stop or fill the server. A thread that does
 * not end in time, or fails, is ended and never used again.
 */
export const limitedWorker = <Task, Answer>(limits: WorkerLimits): ((task: Task) => Promise<Answer>) => {
  const waiting: (() => void)[] = []
  const resting: Thread[] = []
  let running = 0
  return async task => {
    if (running >= limits.atOnce) await new Promise<void>(turn => waiting.push(turn))
    else running += 1
    try {
      return await run<Task, Answer>(task, limits, resting)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

const run = <Task, Answer>(task: Task, limits: WorkerLimits, resting: Thread[]): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const thread = resting.pop() ?? start(task, limits)
    const { worker } = thread
    const { seconds, tooHeavy } = limits
    thread.left -= 1
    clearTimeout(thread.resting)
    worker.removeAllListeners()
    worker.ref()
    const settle = (act: () => void, sound = false) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      if (sound && thread.left > 0) rest(thread, resting)
      else end(worker)
      act()
    }
    const timer = setTimeout(() => settle(() => reject(tooHeavy())), seconds * 1000)
    worker.once('message', (answer: Answer) => settle(() => resolve(answer), true))
    worker.once('error', error => settle(() => reject(isOutOfMemory(error) ? tooHeavy() : error)))
    worker.once('exit', () => settle(() => reject(tooHeavy())))
    if (limits.tasks) worker.postMessage(task)
  })

const start = (task: unknown, { script, memoryMb, tasks }: WorkerLimits): Thread => ({
  left: tasks ?? 1,
  worker: new Worker(script, {
    ...(tasks ? {} : { workerData: task }),
    execArgv: [],
    env: quietEnvironment(),
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  }),
})

/** What a thread that was ended still had to say concerns nobody. */
const end = (worker: Worker) => {
  worker.on('error', () => {})
  void worker.terminate()
}

/** Keeps a thread for the next task for a while; it keeps no process alive. */
const rest = (thread: Thread, resting: Thread[]) => {
  const { worker } = thread
  const leave = () => {
    clearTimeout(thread.resting)
    resting.splice(resting.indexOf(thread), 1)
    worker.removeAllListeners()
    end(worker)
  }
  thread.resting = setTimeout(leave, REST).unref()
  worker.once('error', leave)
  worker.once('exit', leave)
  worker.unref()
  resting.push(thread)
}

/** Under `node --watch` a thread would first report its imports, as messages of the same kind as its answer. */
const quietEnvironment = () => {
  const { WATCH_REPORT_DEPENDENCIES: _, ...others } = process.env
  return others
}

const isOutOfMemory = (error: unknown) => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
