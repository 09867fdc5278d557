import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, stopCluster } from '#platform/db/cluster.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { ownFolder } from '../kit/database.ts'
import { note, report } from '../kit/result.ts'

const root = join(import.meta.dirname, '../..')
const patience = 120_000

/** Starts the product as a person would and waits for its line with the address. */
const npmStart = async (dataDir: string): Promise<{ seconds: number; child: ChildProcess }> => {
  const env = { ...process.env, PORT: String(await freePort()), DATA_DIR: dataDir, NODE_ENV: '' }
  const begin = performance.now()
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  const late = setTimeout(() => child.kill('SIGKILL'), patience)
  let said = ''
  for await (const data of child.stdout) {
    said += data
    if (said.includes('实事已就绪')) break
  }
  clearTimeout(late)
  if (!said.includes('实事已就绪')) throw new Error(`npm start ended before it was ready: ${said}`)
  return { seconds: (performance.now() - begin) / 1000, child }
}

/** Ctrl-C goes to everything that the terminal started. */
const interrupt = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit')
  process.kill(-child.pid!, 'SIGINT')
  await ended
}

const clusterOf = (dataDir: string): string => JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8')).cluster

/** Seconds that the database alone needs, made and started, then started again: what the product cannot be below. */
const databaseAlone = async (): Promise<number[]> => {
  const folder = ownFolder()
  const seconds: number[] = []
  for (let n = 0; n < 2; n += 1) {
    const begin = performance.now()
    const { stop } = await startEmbedded(folder)
    seconds.push((performance.now() - begin) / 1000)
    await stop()
  }
  remove(folder)
  return seconds
}

/** A data folder with its cluster, which root keeps elsewhere where the folder cannot be reached. */
const remove = (dataDir: string) => {
  rmSync(clusterOf(dataDir), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}

/** What `npm start` builds before its first start after a change; plain JavaScript, which has no types. */
const buildDesk = async (): Promise<void> => {
  const { ensureDesk } = (await import(join(root, 'tools/desk.mjs'))) as { ensureDesk: (node: string) => Promise<void> }
  await ensureDesk(process.execPath)
}

/** From `npm start` to its line with the address, packages installed and the desk built: on an empty folder, then again. */
export const run = async (): Promise<void> => {
  await buildDesk()
  const alone = await databaseAlone()
  const dataDir = ownFolder()
  try {
    for (const [n, name] of ['first', 'second'].entries()) {
      note(`第${n + 1}次启动……`)
      const { seconds, child } = await npmStart(dataDir)
      await interrupt(child)
      const reference = n === 0 ? 'the embedded PostgreSQL alone, made and started' : 'the embedded PostgreSQL alone'
      report({ bench: 'start', case: name, value: seconds, unit: 's', reference, referenceValue: alone[n]! })
    }
  } finally {
    await stopCluster(clusterOf(dataDir))
    remove(dataDir)
  }
}
