import { parentPort, threadId } from 'node:worker_threads'

/** What a test asks of a thread that takes several tasks: who it is, to run on, or to fill its memory. */
const kept: number[][] = []
parentPort!.on('message', task => {
  while (task !== 'who') if (task === 'fill') kept.push(Array.from({ length: 100_000 }, Math.random))
  parentPort!.postMessage(threadId)
})
