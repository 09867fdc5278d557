import { refuse } from '#platform/http/index.ts'
import { limitedWorker } from '#platform/sandbox/index.ts'
import type { LintRequest } from '../lint/lint.ts'
import { fromWord97 } from '../office/index.ts'
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
  tasks: 50,
  tooHeavy: () =>
    refuse('word.too-heavy', '这个文档太复杂，没有读完。请把内容复制到新建的文档里，去掉图片后再传。', { status: 422 }),
})

/**
 * Reads a Word file in a limited thread, after everything in it that could run, fetch or burst has been refused.
 * @throws Problem `word.*`, one code for each reason, with what to do
 */
export const readWord = async (file: Buffer, name: string): Promise<WordDocument> => {
  const answer = await inWorker({ kind: 'docx', file: await asDocx(file, name), zip: wordZip })
  if ('document' in answer) return answer.document
  throw refuseWord('refused' in answer ? answer.refused : 'broken')
}

/**
 * A copy (.docx) of a Word file in the layout asked for, its words untouched.
 * @throws Problem `word.*`
 */
export const correctWord = async (file: Buffer, name: string, request: LintRequest): Promise<Buffer> => {
  const answer = await inWorker({ kind: 'correct', file: await asDocx(file, name), zip: wordZip, request })
  if ('file' in answer) return Buffer.from(answer.file)
  throw refuseWord('refused' in answer ? answer.refused : 'broken')
}

/** Whether a file is a true Word 97-2003 document (R000-28), whatever its name. */
export const isWord97 = async (file: Buffer): Promise<boolean> => {
  if (file.subarray(0, 8).toString('hex') !== 'd0cf11e0a1b11ae1') return false
  const answer = await inWorker({ kind: 'doc', file })
  return 'sound' in answer
}

const asDocx = async (file: Buffer, name: string): Promise<Buffer> =>
  (await soundKind(file, name)) === 'doc' ? (await fromWord97([file]))[0]! : file

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
