import { Worker } from 'node:worker_threads'
import { refuse } from '#platform/http/index.ts'
import type { ExcelAnswer, ExcelTask } from './worker.ts'

const TIMEOUT_MS = 20_000
const MEMORY_MB = 256
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs a task in a thread of its own with a memory and a time limit, so that no file can stop or fill the server.
 * @throws Problem 422 `excel.too-heavy`
 */
export const inWorker = async (task: ExcelTask): Promise<ExcelAnswer> => {
  if (running >= AT_ONCE) await new Promise<void>(turn => waiting.push(turn))
  else running += 1
  try {
    return await run(task)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

const run = (task: ExcelTask): Promise<ExcelAnswer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const timer = setTimeout(() => settle(() => reject(tooHeavy())), TIMEOUT_MS)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      void worker.terminate()
      act()
    }
    worker.once('message', (answer: ExcelAnswer) => settle(() => resolve(answer)))
    worker.once('error', error => settle(() => reject(isOutOfMemory(error) ? tooHeavy() : error)))
  })

const isOutOfMemory = (error: unknown) => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'

const tooHeavy = () =>
  refuse('excel.too-heavy', '这个表格太复杂，没有读完。请只保留要导入的工作表，去掉图片和空白行，另存后再试。', {
    status: 422,
  })
