import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { report } from '../kit/result.ts'
import { memoryOf } from '../kit/server.ts'
import type { Case } from './cases.ts'
import type { Bed } from './measure.ts'

/** Resident memory of a Node process that does nothing, in MiB. */
const bareNode = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  await sleep(500)
  const memory = memoryOf(child.pid!)
  child.kill()
  return memory
}

/** The server's memory a second after it is ready, and the most of it while sixteen connections ask at once. */
export const measureMemory = async ({ server, load, options }: Bed, busy: Case): Promise<void> => {
  await sleep(1000)
  const line = { bench: 'selection', unit: 'MiB', reference: 'a bare Node process', referenceValue: await bareNode() }
  report({ ...line, case: 'memory:rest', value: memoryOf(server.pid) })
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, memoryOf(server.pid))), 50)
  await load.http({ port: server.port, connections: 16, seconds: options.seconds * 3, requests: busy.requests })
  clearInterval(watch)
  report({ ...line, case: 'memory:load', value: most })
}
