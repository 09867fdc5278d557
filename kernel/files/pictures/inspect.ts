import { Worker } from 'node:worker_threads'
import { refuse } from '#platform/http/index.ts'
import type { PictureFacts } from '../shared/api.ts'
import { maxPixels } from '../shared/limits.ts'
import type { PictureAnswer, PictureTask } from './worker.ts'

/** The copies that are served; the original is kept as evidence and never leaves. The first is the full view. */
export const copies = [
  { name: 'view', side: 4096 },
  { name: '1280', side: 1280 },
  { name: '320', side: 320 },
]

const TIMEOUT_MS = 30_000
const MEMORY_MB = 256
const ATONCE = 2

/**
 * Decodes a picture in a worker with a memory and a time limit, and writes its copies beside it.
 * @throws Problem 422 `picture.broken`, `picture.too-many-pixels`, `picture.too-slow`
 */
export const inspectPicture = async (path: string): Promise<PictureFacts> => {
  await turn()
  try {
    const answer = await runWorker({ path, maxPixels, copies })
    if ('facts' in answer) return answer.facts
    throw answer.refused === 'too-many-pixels' ? tooManyPixels() : broken()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

const runWorker = (task: PictureTask): Promise<PictureAnswer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const timer = setTimeout(() => finish(() => reject(tooSlow())), TIMEOUT_MS)
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      worker.terminate()
      settle()
    }
    worker.once('message', (answer: PictureAnswer) => finish(() => resolve(answer)))
    worker.once('error', error => finish(() => reject(isOutOfMemory(error) ? tooSlow() : error)))
  })

const isOutOfMemory = (error: unknown) => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'

let running = 0
const waiting: (() => void)[] = []

/** Few pictures at once, whoever sends them: decoding is what costs memory here. */
const turn = async (): Promise<void> => {
  if (running >= ATONCE) await new Promise<void>(resolve => waiting.push(resolve))
  running += 1
}

const broken = () =>
  refuse('picture.broken', '照片打不开：文件已损坏，或者根本不是照片。请用看图软件确认后重新上传。', { status: 422 })

const tooManyPixels = () =>
  refuse('picture.too-many-pixels', '照片超过 5000 万像素，没有接收。请缩小到 4000 万像素以内再上传。', { status: 422 })

const tooSlow = () =>
  refuse('picture.too-slow', '照片处理超时，没有保存。请换一张普通的 JPG 照片再上传。', { status: 422 })
