import { refuse } from '#platform/http/index.ts'
import { limitedWorker } from '#platform/sandbox/index.ts'
import type { ScanAnswer, ScanFault, ScannedPage, ScanTask } from './worker.ts'

const MB = 1024 * 1024
const MAX_BYTES = 20 * MB
const MAX_PIXELS = 50_000_000
/** Pages of one PDF: a unit's stamped forms fit, a scanned archive does not. */
export const maxScanPages = 60

const inWorker = limitedWorker<ScanTask, ScanAnswer>({
  script: new URL('./worker.ts', import.meta.url),
  seconds: 90,
  memoryMb: 256,
  atOnce: 1,
  tooHeavy: () =>
    refuse('scan.too-heavy', '扫描件太大，没有处理完。请按每份表单独扫描（黑白或灰度，300 dpi 以内）后再传。', {
      status: 422,
    }),
})

const sentences: Record<ScanFault, (count?: number) => string> = {
  broken: () => '扫描件打不开：文件已损坏，或者没有传完。请用看图、看 PDF 的软件打开确认后重新上传。',
  encrypted: () => '这个 PDF 设了密码，无法读取。请取消密码后再传。',
  'too-many-pages': count => `这个 PDF 有${count}页，一次最多${maxScanPages}页。请按表拆开后分别上传。`,
  'too-many-pixels': () => '照片超过 5000 万像素，没有接收。请缩小到 4000 万像素以内再上传。',
}

const kindOf = (file: Buffer): ScanTask['kind'] => {
  const head = file.subarray(0, 1024).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  const jpeg = file[0] === 0xff && file[1] === 0xd8
  const webp = head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'
  if (jpeg || webp || head.startsWith('\x89PNG')) return 'picture'
  throw refuse('scan.kind', '扫描件应为 PDF 或照片（JPG、PNG、WebP）。', { status: 415 })
}

/**
 * Reads a scan page by page: the QR codes on each, also of turned or photographed pages, and a picture to look at.
 * @throws Problem 413 `scan.too-large`, 415 `scan.kind`, 422 `scan.broken`, `scan.encrypted`, `scan.too-many-pages`,
 *   `scan.too-many-pixels`, `scan.too-heavy`
 */
export const readScan = async (file: Buffer): Promise<ScannedPage[]> => {
  if (file.length > MAX_BYTES)
    throw refuse('scan.too-large', '扫描件超过 20 MB，没有读取。请降低分辨率后再传。', { status: 413 })
  const answer = await inWorker({ kind: kindOf(file), file, maxPages: maxScanPages, maxPixels: MAX_PIXELS })
  if ('pages' in answer) return answer.pages
  throw refuse(`scan.${answer.refused}`, sentences[answer.refused](answer.count), { status: 422 })
}
