import { refuse } from '#platform/http/index.ts'
import { limitedWorker } from '#platform/sandbox/index.ts'
import type { BadWord, WordFault } from './bad-word.ts'
import type { WordDocument } from './model.ts'
import { refuseWord } from './refusals.ts'
import { wordKind } from './signature.ts'
import type { WordAnswer, WordTask } from './worker.ts'

const MB = 1024 * 1024
/** Bytes of a Word file that is read (standards §2). */
export const maxWordBytes = 10 * MB
export const wordZip = { entries: 2000, entryBytes: 64 * MB, totalBytes: 100 * MB, ratio: 100 }

const inWorker = limitedWorker<WordTask, WordAnswer>({
  script: new URL('./worker.ts', import.meta.url),
  seconds: 20,
  memoryMb: 256,
  atOnce: 2,
  tooHeavy: () =>
    refuse('word.too-heavy', '这个文档太复杂，没有读完。请把内容复制到新建的文档里，去掉图片后再传。', { status: 422 }),
})

/**
 * Reads a Word file in a limited thread, after everything in it that could run, fetch or burst has been refused.
 * @throws Problem `word.*`, one code for each reason, with what to do
 */
export const readWord = async (file: Buffer, name: string): Promise<WordDocument> => {
  const docx = (await soundKind(file, name)) === 'doc' ? await asDocx(file) : file
  const answer = await inWorker({ kind: 'docx', file: docx, zip: wordZip })
  if ('document' in answer) return answer.document
  throw refuseWord('refused' in answer ? answer.refused : 'broken')
}

/**
 * What the file is, once nothing speaks against reading it; a .docx is looked into only when it is read.
 * @throws Problem `word.*`
 */
const soundKind = async (file: Buffer, name: string): Promise<'docx' | 'doc'> => {
  if (file.length > maxWordBytes) throw refuseWord('too-large')
  const kind = kindOrRefuse(file, name)
  if (kind === 'docx') return kind
  const answer = await inWorker({ kind: 'doc', file })
  if ('refused' in answer) throw refuseWord(answer.refused)
  return kind
}

const kindOrRefuse = (file: Buffer, name: string) => {
  try {
    return wordKind(file, name)
  } catch (error) {
    throw refuseWord((error as BadWord).fault ?? ('broken' satisfies WordFault))
  }
}

const asDocx = async (_file: Buffer): Promise<Buffer> => {
  throw refuse('word.no-converter', '这台服务器没有安装 LibreOffice，读不了 .doc。请另存为 .docx 后再传。', {
    status: 501,
  })
}
