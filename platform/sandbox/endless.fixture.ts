import { parentPort, workerData } from 'node:worker_threads'

/** What a test asks of a thread: to answer, to run on, or to fill its memory. */
const kept: number[][] = []
if (workerData === 'answer') parentPort!.postMessage('answered')
else for (;;) if (workerData === 'fill') kept.push(Array.from({ length: 100_000 }, Math.random))
