import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#platform/db/cluster.ts'
import { ownFolder } from './database.ts'

const root = join(import.meta.dirname, '../..')

export type BenchedServer = { port: number; pid: number; stop: () => Promise<void> }

const profiling = (folder: string | undefined) => (folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [])

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/healthz`)
    .then(({ ok }) => ok)
    .catch(() => false)

const untilReady = async (child: ChildProcess, port: number): Promise<void> => {
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('the server ended before it was ready')
    await sleep(50)
  }
}

/** The product's own server, as `npm start` runs it, in a process of its own on the given database. */
export const serveProduct = async (databaseUrl: string, profile?: string, ownPort?: number): Promise<BenchedServer> => {
  const folder = ownFolder()
  const port = ownPort ?? (await freePort())
  const child = spawn(process.execPath, [...profiling(profile), '--import', 'tsx', 'apps/server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      PORT: String(port),
      DEMO: '0',
    },
  })
  await untilReady(child, port)
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, pid: child.pid!, stop }
}

/** Resident memory of a process in MiB; NaN where the system has no /proc. */
export const memoryOf = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
