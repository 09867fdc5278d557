import { parentPort } from 'node:worker_threads'
import { BadArchive, openArchive, type ZipLimits } from '#platform/sandbox/index.ts'
import { correctedCopy } from '../lint/correct.ts'
import type { LintRequest } from '../lint/lint.ts'
import { BadWord, type WordFault } from './bad-word.ts'
import { readDocument } from './document.ts'
import type { WordDocument } from './model.ts'
import { inspectWord97 } from './word97.ts'

export type WordTask =
  | { kind: 'docx'; file: Uint8Array; zip: ZipLimits }
  | { kind: 'correct'; file: Uint8Array; zip: ZipLimits; request: LintRequest }
  | { kind: 'doc'; file: Uint8Array }
export type WordAnswer = { document: WordDocument } | { file: Uint8Array } | { sound: true } | { refused: WordFault }

const ARCHIVE: Record<BadArchive['problem'], WordFault> = {
  'not-zip': 'cut',
  'too-large': 'bomb',
  'too-many': 'too-many-parts',
  encrypted: 'encrypted',
  entities: 'entities',
  nested: 'nested',
  path: 'path',
  twice: 'twice',
  unsafe: 'unsafe',
}

const faultOf = (error: unknown): WordFault => {
  if (error instanceof BadWord) return error.fault
  return error instanceof BadArchive ? ARCHIVE[error.problem] : 'broken'
}

const run = (task: WordTask): WordAnswer => {
  const file = Buffer.from(task.file)
  if (task.kind === 'docx') return { document: readDocument(openArchive(file, task.zip)) }
  if (task.kind === 'correct') return { file: correctedCopy(openArchive(file, task.zip), task.request) }
  inspectWord97(file)
  return { sound: true }
}

const answer = (task: WordTask): WordAnswer => {
  try {
    return run(task)
  } catch (error) {
    return { refused: faultOf(error) }
  }
}

parentPort!.on('message', (task: WordTask) => parentPort!.postMessage(answer(task)))
