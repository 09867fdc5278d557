import { parentPort } from 'node:worker_threads'
import type { Document } from '../model.ts'
import { createPress, type Pdf } from './compiler.ts'

export type PdfAnswer = { pdf: Pdf } | { error: string }

const press = createPress()

const answer = (model: Document): PdfAnswer => {
  try {
    return { pdf: press(model) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

parentPort!.on('message', (model: Document) => parentPort!.postMessage(answer(model)))
