import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import subsetFont from 'subset-font'

/** Runs in a thread of its own: cutting takes up to half a second of computing and leaves its memory behind. */
const { file, text } = workerData as { file: string; text: string }

parentPort!.postMessage(await subsetFont(await readFile(file), text, { targetFormat: 'woff2' }))
