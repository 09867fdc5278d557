import { refuse } from '#platform/http/index.ts'
import { limitedWorker } from '#platform/sandbox/index.ts'
import type { PictureFacts } from '../shared/api.ts'
import { maxPixels } from '../shared/limits.ts'
import type { Taken } from '../shared/taken.ts'
import type { PictureAnswer, PictureTask } from './worker.ts'

/** The copies that are served; the original is kept as evidence and never leaves. The first is the full view. */
export const copies = [
  { name: 'view', side: 4096 },
  { name: '1280', side: 1280 },
  { name: '320', side: 320 },
]

const runWorker = limitedWorker<PictureTask, PictureAnswer>({
  script: new URL('./worker.ts', import.meta.url),
  seconds: 30,
  memoryMb: 256,
  // Few pictures at once, whoever sends them: decoding is what costs memory here.
  atOnce: 2,
  tooHeavy: () =>
    refuse('picture.too-slow', '照片处理超时，没有保存。请换一张普通的 JPG 照片再上传。', { status: 422 }),
})

/**
 * Decodes a picture in a worker with a memory and a time limit, and writes its copies beside it; says, too, when and
 * where it was taken, which the copies no longer do.
 * @throws Problem 422 `picture.broken`, `picture.too-many-pixels`, `picture.too-slow`
 */
export const inspectPicture = async (path: string): Promise<{ facts: PictureFacts; taken: Taken }> => {
  const answer = await runWorker({ path, maxPixels, copies })
  if ('facts' in answer) return answer
  throw answer.refused === 'too-many-pixels' ? tooManyPixels() : broken()
}

const broken = () =>
  refuse('picture.broken', '照片打不开：文件已损坏，或者根本不是照片。请用看图软件确认后重新上传。', { status: 422 })

const tooManyPixels = () =>
  refuse('picture.too-many-pixels', '照片超过 5000 万像素，没有接收。请缩小到 4000 万像素以内再上传。', { status: 422 })
