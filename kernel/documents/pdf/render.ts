import { Worker } from 'node:worker_threads'
import { refuse } from '#platform/http/index.ts'
import type { Document } from '../model.ts'
import type { Pdf } from './compiler.ts'
import type { PdfAnswer } from './worker.ts'

export type { Pdf } from './compiler.ts'

const TIMEOUT_MS = 60_000
/** The fonts take some 200 MB: given back when nobody has asked for so long. */
const IDLE_MS = 120_000

let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
let previous: Promise<unknown> = Promise.resolve()

const close = (): void => {
  void thread?.terminate()
  thread = undefined
}

/** A thread without work does not keep the process alive, and is given up after a while. */
const rest = (): void => {
  thread?.unref()
  idle = setTimeout(close, IDLE_MS).unref()
}

const tooHeavy = () =>
  refuse('pdf.too-heavy', '这份文件太长，PDF没有生成。请改用Word版，或拆成几份再试。', { status: 422 })

const print = (model: Document): Promise<Pdf> =>
  new Promise((resolve, reject) => {
    clearTimeout(idle)
    thread ??= new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] })
    const worker = thread
    worker.ref()
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.off('error', fail).off('message', take)
      act()
    }
    const fail = (error: unknown) =>
      settle(() => {
        close()
        reject(error)
      })
    const take = (answer: PdfAnswer) =>
      settle(() => {
        rest()
        if ('pdf' in answer) resolve(answer.pdf)
        else reject(new Error(answer.error))
      })
    const timer = setTimeout(() => fail(tooHeavy()), TIMEOUT_MS)
    worker.on('error', fail).on('message', take)
    worker.postMessage(model)
  })

/**
 * A document as PDF, one after another in a thread of its own that keeps the fonts ready. Equal documents give equal
 * bytes.
 * @throws Problem 422 `pdf.too-heavy` after a minute
 */
export const renderPdf = (model: Document): Promise<Pdf> => {
  const own = previous.then(() => print(model))
  previous = own.catch(() => undefined)
  return own
}
